"use strict";
// Keeps what is typed until the laptop has it, and follows the group. Pages work without it.
(() => {
  let store = {};
  try { store = localStorage; } catch { /* not allowed here */ }
  const { at, place, received } = document.body.dataset;
  const sent = "glossary sent";
  const seen = (id, is) => { const one = document.getElementById(id); if (one) one.hidden = !is; };
  const forms = [...document.querySelectorAll('form[method="post"]')]
    .filter((form) => form.elements.nonce)
    .map((form, n) => ({ form, key: `glossary ${form.dataset.keep || place || ""} ${n}` }));
  const typed = (form) => JSON.stringify(
    [...new FormData(form)].filter(([name]) => form.elements[name].type !== "hidden"));

  if (received !== undefined) { delete store[store[sent]]; delete store[sent]; }
  for (const one of forms) {
    const { form } = one;
    one.first = typed(form);
    const kept = place && store[one.key];
    if (kept) {
      const pairs = JSON.parse(kept);
      for (const field of form.elements) {
        if (!field.name || field.type === "hidden") continue;
        const own = pairs.filter(([name]) => name === field.name).map(([, value]) => value);
        if (/radio|checkbox/.test(field.type)) field.checked = own.includes(field.value);
        else if (own.length) field.value = own[0];
      }
    }
    if (!place) one.key = store[sent] || one.key;
    form.addEventListener("input", () => { store[one.key] = typed(form); });
    form.addEventListener("submit", () => { store[one.key] = typed(form); store[sent] = one.key; });
  }

  if (!place) return;
  const move = () => {
    if (forms.some(({ form, first }) => typed(form) !== first)) seen("moved", true);
    else location.replace(at);
  };
  const events = new EventSource(`/events?at=${encodeURIComponent(at)}`);
  events.onopen = () => seen("lost", false);
  events.onmessage = ({ data }) => { if (data !== place) { events.close(); move(); } };
  events.onerror = () => { if (events.readyState === 2) move(); else seen("lost", true); };
})();
