// Shows only the terms with certain words. Without this script the page holds everything.
"use strict";
(() => {
  const box = document.querySelector(".filter");
  if (!box) return;
  const input = box.querySelector("input");
  const told = box.querySelector("output");
  const articles = [...document.querySelectorAll("article")];
  const groups = [...document.querySelectorAll(".group")];
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = new Map();
  const links = new Map();
  for (const one of document.querySelectorAll("[data-term]")) {
    const key = one.dataset.term;
    links.set(key, [...(links.get(key) || []), one]);
  }

  const text = (article) => {
    if (!texts.has(article)) texts.set(article, fold(article.textContent));
    return texts.get(article);
  };

  const show = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const article of articles) {
      const fits = words.every((word) => text(article).includes(word));
      article.hidden = !fits;
      for (const link of links.get(article.id) || []) link.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const group of groups) group.hidden = !group.querySelector("article:not([hidden])");
    told.textContent = !words.length
      ? ""
      : shown ? told.dataset.some.replace("{k}", shown) : told.dataset.none;
  };

  // Whoever follows a link to a term that is filtered away wants to see it.
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.hidden) {
      input.value = "";
      show();
      target.scrollIntoView();
    }
  };

  input.addEventListener("input", show);
  window.addEventListener("hashchange", follow);
  box.hidden = false;
  show();
})();
