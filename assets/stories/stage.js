"use strict";
/* A story on the wall: one map, one statement, large; the page around it waits. */
(function (atlas) {
  const { make } = atlas.elements;
  const MOST_CHOICES = 400;
  const USUAL_WIDTH_PX = 1100;
  const state = { story: null, told: null, at: 0, asked: "", about: "", turns: 0, channel: null, before: "" };

  const isActive = () => state.story !== null;
  const chapter = () => state.story.chapters[state.at];
  const part = (name) => document.querySelector(`#stage .${name}`);

  /* From a chapter on; over the whole screen where a person asked for it just now. */
  function begin(story, told, at = 0, whole = false) {
    const shell = document.getElementById("shell");
    Object.assign(state, { story, told, at: -1, before: location.search });
    shell.dataset.presenting = "1";
    if (whole) document.documentElement.requestFullscreen?.().catch(() => {});
    atlas.stageFrame.draw(document.getElementById("stage"), story, told, commands);
    atlas.labels.enlarge(enlarged());
    atlas.background.basemap(atlas.panel.map, false);
    document.addEventListener("keydown", pressed, true);
    listen();
    turn(Math.min(Math.max(at, 0), story.chapters.length - 1));
    part("stage-question").focus();
  }

  /* The speaker's window follows, and leads. */
  function listen() {
    state.channel = new BroadcastChannel(atlas.stageFrame.CHANNEL);
    state.channel.addEventListener("message", ({ data }) => {
      if (data.ask) tell();
      else if (Number.isInteger(data.turn) && data.story === state.story?.id) turn(data.turn);
    });
  }

  function tell() {
    state.channel.postMessage({ story: state.story.id, at: state.at });
  }

  /* Another chapter: what is said at once, its map when it is there. */
  async function turn(at) {
    if (!isActive() || at === state.at || at < 0 || at >= state.story.chapters.length) return;
    const turns = state.turns + 1;
    Object.assign(state, { at, turns, about: "" });
    atlas.stageFrame.turn(state.story, at, state.told.words);
    history.replaceState(history.state, "", address());
    tell();
    // In the hand a chapter begins with its map.
    document.getElementById("shell").scrollTop = 0;
    const { search } = chapter();
    const asked = drawn(search, state.story.entry);
    state.asked = asked;
    atlas.stageOverlays.clear();
    wait(true);
    atlas.labels.show(atlas.address.read(search).namen !== "0");
    await atlas.areas.show(asked);
    // Another chapter may be drawn on the same map.
    if (!isActive() || state.turns !== turns) return;
    if (atlas.areas.kept.answer?.search !== asked) { say(state.told.words.chapter_failed); return; }
    painted(atlas.areas.kept.answer);
    // Nothing is told anew of a map that stood there already.
    if (atlas.areas.kept.values) valued(atlas.areas.kept.values);
    whole();
    over(turns);
    prepare(at + 1);
  }

  /* The map before says nothing of this chapter: it fades, and its legend goes. */
  function wait(waiting) {
    const { dataset } = document.getElementById("shell");
    if (!waiting) { delete dataset.waiting; return; }
    dataset.waiting = "1";
    say(state.told.words.waiting);
    part("stage-source").textContent = "";
    atlas.stageFrame.choices([], state.told.words);
  }

  /* What the chapter lays over its map: it comes after the colours. */
  async function over(turns) {
    const told = await fetch(`/praesentation/zeichen${everything(chapter().search, state.story.entry)}`).then((response) => response.json()).catch(() => ({ overlays: [] }));
    if (!isActive() || state.turns !== turns || !told.overlays.length) return;
    atlas.stageOverlays.draw(atlas.panel.map, told.overlays, enlarged());
    part("stage-classes")?.append(...atlas.stageOverlays.rows(told.overlays));
    const source = part("stage-source");
    for (const owner of atlas.stageOverlays.sources(told.overlays)) if (!source.textContent.includes(owner)) source.append(`\u00a0· ${owner}`);
    atlas.stageFrame.fit();
  }

  const enlarged = () => Math.max(1, innerWidth / USUAL_WIDTH_PX);

  function say(sentence) {
    part("stage-legend").replaceChildren(make("p", "stage-sentence", sentence));
  }

  /* What the next chapter needs is reckoned while this one is spoken about. */
  function prepare(at) {
    const next = state.story.chapters[at];
    if (next) fetch(`/karte/klassen${drawn(next.search, state.story.entry)}`).catch(() => {});
  }

  /* Where this chapter is found again. */
  const address = () => `/praesentation?geschichte=${encodeURIComponent(state.story.id)}&kapitel=${state.at + 1}`;

  /* What the map is asked for: a chapter's view, with the figures of the story's day. */
  function drawn(search, entry) {
    const asksReach = new URLSearchParams(search).get("modus") === "erreichbarkeit";
    const choices = { ...atlas.address.read(search), eintrag: entry ? String(entry) : "" };
    return atlas.address.drawn(atlas.address.write(choices), asksReach ? "/erreichbarkeit" : "/");
  }

  /* The chapter's view as a whole, with the figures of the story's day; other areas where some are named. */
  function everything(search, entry, areas) {
    const mode = new URLSearchParams(search).get("modus");
    const kept = atlas.address.write({ ...atlas.address.read(search), ...(areas ? { gebiet: areas } : {}), eintrag: entry ? String(entry) : "" });
    return mode ? `${kept}${kept ? "&" : "?"}modus=${encodeURIComponent(mode)}` : kept;
  }

  function painted(answer) {
    if (!isActive() || answer.search !== state.asked) return;
    wait(false);
    atlas.stageLegend.draw(part("stage-legend"), answer, state.told.words);
    // No line begins with the point between two parts.
    part("stage-source").textContent = answer.source.replaceAll(" · ", "\u00a0· ");
    atlas.stageFrame.fit();
  }

  /* The areas by name, to zoom to one; a very long list helps nobody. */
  function valued(values) {
    if (!isActive() || values.search !== state.asked) return;
    const names = values.names.map((name, position) => [name, position]).sort(([a], [b]) => a.localeCompare(b, "de"));
    atlas.stageFrame.choices(names.length <= MOST_CHOICES ? names : [], state.told.words);
    select();
  }

  /* The areas that the chapter is about. */
  function select() {
    const ids = atlas.address.areas(chapter().search);
    atlas.areas.select(ids);
    about(ids);
  }

  /* One area alone, with its figure. */
  function zoom(position) {
    const { layers, values } = atlas.areas.kept;
    if (!layers[position] || !values) return;
    atlas.panel.map.fitBounds(layers[position].getBounds().pad(0.6), { animate: false, maxZoom: 13 });
    atlas.outlines.select([position]);
    about([values.ids[position]]);
  }

  /* What is said of areas, and of the county beside them: the same words as in every file. */
  async function about(ids) {
    const asked = ids.length ? everything(chapter().search, state.story.entry, ids.join(";")) : "";
    if (state.about === asked) return;
    state.about = asked;
    const told = asked ? await fetch(`/praesentation/gebiete${asked}`).then((response) => response.json()).catch(() => ({ facts: [] })) : { facts: [] };
    if (isActive() && state.about === asked) atlas.stageFrame.facts(told.facts);
  }

  /* Back to what the chapter shows. */
  function whole() {
    atlas.panel.fit(atlas.areas.kept.corners);
    atlas.stageFrame.unchoose();
    if (atlas.areas.kept.values) select();
  }

  /* In a window of its own, for whoever speaks. */
  function speaker(id = state.story.id) {
    globalThis.open(`/praesentation/vortrag?geschichte=${encodeURIComponent(id)}`, "sozialraumatlas-vortrag", "popup,width=1000,height=720");
  }

  const commands = {
    next: () => turn(state.at + 1),
    previous: () => turn(state.at - 1),
    first: () => turn(0),
    last: () => turn(state.story.chapters.length - 1),
    whole,
    zoom,
    leave,
    point: () => atlas.stageFrame.point(),
    dark: () => atlas.stageFrame.dark(state.told.words),
    code: () => { if (state.told.base) atlas.stageFrame.code(state.told, address()); },
    speaker: () => speaker(),
  };

  /* Before the map hears it: its arrows go from area to area. */
  function pressed(event) {
    const lit = atlas.stageFrame.light();
    const command = lit ? "light" : atlas.stageKeys.command(event);
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    commands[command]?.();
  }

  /* The page as it was before. */
  function leave() {
    if (!isActive()) return;
    document.removeEventListener("keydown", pressed, true);
    state.channel.close();
    const { id } = state.story;
    state.story = null;
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    delete document.getElementById("shell").dataset.presenting;
    wait(false);
    atlas.stageOverlays.clear();
    document.getElementById("stage").replaceChildren();
    atlas.labels.enlarge(1);
    const { geschichte, kapitel, ...rest } = atlas.address.read(state.before);
    const search = atlas.address.write(rest);
    history.replaceState(history.state, "", location.pathname + search);
    dash_clientside.set_props("url", { search });
    dash_clientside.choropleth.look(search);
    atlas.areas.show(atlas.address.drawn(search));
    atlas.storyPanel.focus(id);
  }

  atlas.stage = { begin, leave, isActive, painted, valued, zoom, drawn, everything, speaker };
})((globalThis.atlas = globalThis.atlas || {}));
