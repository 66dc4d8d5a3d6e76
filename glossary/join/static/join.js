"use strict";
// Keeps what is typed until the laptop has it; follows the group.
(() => {
  let store = {};
  try { store = localStorage; } catch { }
  const { at, place, whose, received } = document.body.dataset;
  const sent = "sent";
  const show = (id, is = true) => { document.getElementById(id).hidden = !is; };
  const forms = [...document.forms].filter((form) => form.elements.nonce);
  const fields = (form) => [...form.elements].filter((one) => one.name && one.type !== "hidden");
  const isBox = ({ type }) => /radio|checkbox/.test(type);
  const changed = (form) => fields(form).some(
    (one) => one.value !== (one.defaultValue ?? one.value) || one.checked !== one.defaultChecked);

  if (received !== undefined) { delete store[store[sent]]; delete store[sent]; }
  forms.forEach((form, n) => {
    let key = `${whose} ${form.dataset.keep || place + n}`;
    if (!place) key = store[sent] || key;
    const keep = () => {
      const told = fields(form).filter((one) => one.checked || !isBox(one));
      store[key] = JSON.stringify(told.map(({ name, value }) => [name, value]));
    };
    const kept = place && store[key];
    if (changed(form)) keep();  // before this ran
    else if (kept) {
      const pairs = JSON.parse(kept);
      for (const one of fields(form)) {
        const own = pairs.filter(([name]) => name === one.name).map(([, value]) => value);
        if (isBox(one)) one.checked = own.includes(one.value);
        else if (own.length) one.value = own[0];
      }
    }
    form.addEventListener("input", keep);
    form.addEventListener("submit", () => { keep(); store[sent] = key; });
  });

  if (!place) return;
  const move = () => { if (forms.some(changed)) show("moved"); else location.replace(at); };
  const events = new EventSource(`/events?at=${encodeURIComponent(at)}`);
  events.onopen = () => show("lost", false);
  events.onmessage = ({ data }) => { if (data !== place) { events.close(); move(); } };
  events.onerror = () => { if (events.readyState === 2) move(); else show("lost"); };
})();
