"use strict";
/* Sees, in any of the measured pages, when the colours of the map were painted.

   Every frame the colours of the map are sampled after all scripts of the frame have run and
   before it is painted (a ResizeObserver is called there). Painted is the begin of the frame
   after the one in which they changed for the last time: layout and paint are in it. */
(function () {
  const QUIET_MS = 500;
  const ACROSS = 96;
  const DOWN = 64;
  const PATHS = 200;

  const small = new OffscreenCanvas(ACROSS, DOWN).getContext("2d", { willReadFrequently: true });
  small.imageSmoothingEnabled = false;

  function signature() {
    const canvas = document.querySelector(".leaflet-overlay-pane canvas");
    return canvas ? ofCanvas(canvas) : ofPaths();
  }

  function ofCanvas(canvas) {
    if (!canvas.width || !canvas.height) return "";
    small.clearRect(0, 0, ACROSS, DOWN);
    small.drawImage(canvas, 0, 0, ACROSS, DOWN);
    const pixels = new Uint32Array(small.getImageData(0, 0, ACROSS, DOWN).data.buffer);
    let hash = 0;
    for (const pixel of pixels) hash = (Math.imul(hash, 31) + pixel) | 0;
    return hash ? String(hash) : "";
  }

  function ofPaths() {
    const paths = document.querySelectorAll(".choroplethlayer path");
    const step = Math.max(1, Math.floor(paths.length / PATHS));
    let fills = "";
    for (let at = 0; at < paths.length; at += step) fills += paths[at].style.fill || paths[at].getAttribute("fill");
    return fills;
  }

  const begun = performance.timeOrigin;
  const state = { last: "", changed: [], clicked: 0, listed: 0, waiting: null, requests: [] };

  function frame(at) {
    if (state.waiting) {
      state.changed.push(at);
      state.waiting = null;
    }
    toggle();
    requestAnimationFrame(frame);
  }

  /* Something whose size changes every frame, so that the observer is called every frame. */
  let stone = null;
  function toggle() {
    if (!stone) {
      if (!document.body) return;
      stone = document.createElement("div");
      stone.style.cssText = "position:fixed;left:0;top:0;height:1px;visibility:hidden;pointer-events:none;contain:strict";
      document.body.append(stone);
      new ResizeObserver(look).observe(stone);
      new MutationObserver(listChanged).observe(document.body, { childList: true, subtree: true });
    }
    stone.style.width = stone.style.width === "1px" ? "2px" : "1px";
  }

  function look() {
    const now = signature();
    if (now === state.last || !now) return;
    state.last = now;
    state.waiting = now;
  }

  function listChanged(changes) {
    if (changes.some(({ target }) => target.closest && target.closest(".area-panel"))) {
      requestAnimationFrame(() => requestAnimationFrame((at) => { state.listed = at; }));
    }
  }

  for (const gesture of ["click", "input"])
    addEventListener(gesture, ({ timeStamp }) => { if (!state.clicked) state.clicked = timeStamp; }, true);

  const fetched = window.fetch;
  window.fetch = function (address, options) {
    if (options && typeof options.body === "string") state.requests.push(options.body);
    return fetched.apply(this, arguments);
  };

  function arm() {
    performance.clearResourceTimings();
    Object.assign(state, { changed: [], clicked: 0, listed: 0, requests: [] });
  }

  function when(ready, done) {
    const timer = setInterval(() => { if (ready()) { clearInterval(timer); done(); } }, 50);
  }

  const isQuiet = () => state.changed.length > 0 && performance.now() - state.changed.at(-1) > QUIET_MS;

  function seen(tell) {
    when(() => state.clicked && isQuiet(), () => tell({
      painted: state.changed.at(-1) - state.clicked,
      list: state.listed ? state.listed - state.clicked : null,
      answers: answers(),
    }));
  }

  /* What the atlas was told by address, and what callbacks answered, in the order of asking. */
  function answers() {
    const all = performance.getEntriesByType("resource");
    const answer = (output, entry) => ({ output, sent: entry ? entry.encodedBodySize : 0, plain: entry ? entry.decodedBodySize : 0 });
    const addressed = all.filter(({ name }) => name.includes("/karte/")).map((entry) => answer(new URL(entry.name).pathname, entry));
    const called = all.filter(({ name }) => name.includes("_dash-update-component"));
    const outputs = state.requests.map((body) => JSON.parse(body).output).filter(Boolean);
    return [...addressed, ...outputs.map((output, at) => answer(output, called[at]))];
  }

  const first = (tell) => when(() => state.changed.length > 0, () => tell(begun + state.changed[0]));
  const quiet = (tell) => when(isQuiet, tell);

  window.probe = { arm, seen, first, quiet, state, signature };
  requestAnimationFrame(frame);
})();
