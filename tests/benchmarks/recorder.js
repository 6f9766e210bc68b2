"use strict";
/* Keeps what a page asks its server for, so that many viewers can ask the same. */
globalThis.recorder = {
  asked: [],

  take() {
    return this.asked.splice(0);
  },
};

const ask = globalThis.fetch;
globalThis.fetch = function (address, wishes = {}) {
  const { pathname, search } = new URL(address.url || address, location.href);
  recorder.asked.push({ method: wishes.method || "GET", path: pathname + search, body: wishes.body || "" });
  return ask.call(this, address, wishes);
};
