// Keeps what is typed, and follows the group.
(() => {
  let store = {};
  try { store = localStorage; } catch {}
  const { at, place, whose, received } = document.body.dataset;
  const show = (id, is = true) => { document.getElementById(id).hidden = !is; };
  const forms = [...document.forms].filter((form) => form.elements.nonce);
  const fields = (form) => [...form.elements].filter((one) => one.name && one.type !== "hidden");
  const part = ({ type }) => /radio|checkbox/.test(type) ? "checked" : "value";
  const id = (one) => one.name + (part(one) === "value" ? "" : one.value);
  const changed = (form) => fields(form).some(
    (one) => one.value !== (one.defaultValue ?? one.value) || one.checked !== one.defaultChecked);

  if (received !== undefined) { delete store[store.sent]; delete store.sent; }
  forms.forEach((form, n) => {
    let key = `${whose} ${form.dataset.keep || place + n}`;
    if (!place) key = store.sent || key;
    const keep = () => {
      const told = fields(form).map((one) => [id(one), one[part(one)]]);
      store[key] = JSON.stringify(Object.fromEntries(told));
    };
    if (changed(form)) keep();  // before this ran
    else if (place && store[key]) {
      const was = JSON.parse(store[key]);
      for (const one of fields(form)) one[part(one)] = was[id(one)] ?? one[part(one)];
    }
    form.addEventListener("input", keep);
    form.addEventListener("submit", () => { keep(); store.sent = key; });
  });

  if (!place) return;
  const move = () => { if (forms.some(changed)) show("moved"); else location.replace(at); };
  let events;
  const listen = () => {
    events?.close();
    events = new EventSource(`/events?at=${encodeURIComponent(at)}`);
    events.onopen = () => show("lost", false);
    events.onmessage = ({ data }) => { if (data !== place) { events.close(); move(); } };
    events.onerror = () => { if (events.readyState === 2) move(); else show("lost"); };
  };
  listen();
  // A phone may have slept.
  document.onvisibilitychange = () => document.hidden || listen();
})();
