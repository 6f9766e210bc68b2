/* Days and hours in German, read and shown. */
import assert from "node:assert/strict";
import test from "node:test";
import "../../assets/reach/written_time.js";

const { day, hour, shown } = globalThis.atlas.writtenTime;

test("a day is read as it is written here, and an impossible one is none", () => {
  assert.deepEqual(["21.06.2022", " 1.7.22", "31. 12. 2022"].map(day), ["2022-06-21", "2022-07-01", "2022-12-31"]);
  assert.deepEqual(["31.02.2022", "06/21/2022", "2022-06-21", "heute", ""].map(day), ["", "", "", "", ""]);
});

test("an hour is read with colon, point or none, and an impossible one is none", () => {
  assert.deepEqual(["07:45", "7.45 Uhr", "8", "8 h", "23:59"].map(hour), ["07:45", "07:45", "08:00", "08:00", "23:59"]);
  assert.deepEqual(["24:00", "7:60", "7:5", "früh", ""].map(hour), ["", "", "", "", ""]);
});

test("a day is shown with its points", () => {
  assert.equal(shown("2022-06-21"), "21.06.2022");
});
