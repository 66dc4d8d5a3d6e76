// Keeps what is typed, and follows the group.
(() => {
  let store = {};
  try { store = localStorage; } catch {}
  const { at, place, whose, received } = document.body.dataset;
  const notices = [...document.querySelectorAll(".news > :not(#long)")];
  const tell = (id) => { for (const one of notices) one.hidden = one.id !== id; };
  const forms = [...document.forms].filter((form) => form.elements.nonce);
  // With what stood there at first.
  const fields = (form) => [...form.elements].filter(
    ({ name, type }) => type === "hidden" ? /^(on$|seen-)/.test(name) : name);
  const part = ({ type }) => /radio|checkbox/.test(type) ? "checked" : "value";
  const id = (one) => one.name + (part(one) === "value" ? "" : one.value);
  const changed = (form) => fields(form).some(
    (one) => one.value !== (one.defaultValue ?? one.value) || one.checked !== one.defaultChecked);

  // As it is sent: what is no plain letter takes up to twelve bytes.
  const size = (pairs) => `${new URLSearchParams(pairs)}`.length;
  const lines = ([name, text]) => [name, text.replace(/\r?\n/g, "\r\n")];
  const isTooLong = (form) => {
    const told = document.querySelector("[data-most]");
    const over = size([...new FormData(form)].map(lines)) - told.dataset.most;
    const typed = [...form.querySelectorAll("textarea")].map((one) => one.value).join("");
    // Of the letters that were typed, as many as take what is too much.
    const letters = over * [...typed].length / size([["", typed]].map(lines));
    told.textContent = (10 * Math.ceil(letters / 10)).toLocaleString(document.documentElement.lang);
    document.getElementById("long").hidden = over <= 0;
    return over > 0;
  };
  const keys = [];
  let silence = "lost", isSending = false;
  const isThere = () => Promise.race([
    fetch("/favicon.ico").then(() => true, () => false),
    new Promise((done) => { setTimeout(done, 5000); }),
  ]);

  if (received !== undefined) { delete store[store.sent]; delete store.sent; }
  forms.forEach((form, n) => {
    let key = `${whose} ${form.dataset.keep || place + n}`;
    if (!place) key = store.sent || key;
    keys.push(key);
    const keep = () => {
      const told = fields(form).map((one) => [id(one), one[part(one)]]);
      store[key] = JSON.stringify(Object.fromEntries(told));
    };
    const was = JSON.parse(place && store[key] || "{}"), isNew = changed(form);
    // A choice is about the words it was made of.
    const isSame = was.on === form.elements.on?.value;
    for (const one of fields(form)) {
      const isBack = isNew ? isSame && one.type === "hidden" : isSame || !one.value;
      if (isBack) one[part(one)] = was[id(one)] ?? one[part(one)];
    }
    if (isNew) keep();  // before this ran
    form.addEventListener("input", () => { keep(); isTooLong(form); });
    form.addEventListener("submit", async (event) => {
      // A browser that gets no answer shows a page of its own, without what was typed.
      event.preventDefault();
      keep();
      if (isTooLong(form)) return;
      isSending = true;
      if (!await isThere()) {
        isSending = false;
        return tell(silence);
      }
      store.sent = key;
      form.submit();
    });
  });

  if (!place) return;
  // The browser may bring this page back as it was.
  addEventListener("pageshow", async ({ persisted }) => {
    isSending = false;
    if (persisted && !keys.some((key) => store[key]) && await isThere()) location.reload();
  });
  const leave = (why) => {
    if (isSending) return;  // the answer leads to where the group is, and says it was received
    if (!forms.some(changed)) location.replace(at);
    else tell(notices.some((one) => one.id === why) ? why : "moved");
  };
  let events;
  const listen = () => {
    events?.close();
    events = new EventSource(`/events?at=${encodeURIComponent(at)}`);
    events.onopen = () => tell();
    events.onmessage = ({ data }) => {
      if (data === place) return;
      events.close();
      if (data === "closed") silence = data;
      leave(data);
    };
    events.onerror = async () => {
      const isOver = events.readyState === 2;  // in Firefox offline too
      if (isOver && await isThere()) return leave("out");
      tell(silence);
      if (isOver) setTimeout(listen, 2000);
    };
  };
  listen();
  // A phone may have slept.
  document.onvisibilitychange = () => document.hidden || listen();
})();
