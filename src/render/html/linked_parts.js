// What belongs to an event, its mark on the figure and its row of the table, and to an actor, its node of the map: lit up
// together, reached by keys. `choose(i, focus)` is told of an event, `toggle(i)` of an actor that was asked for.
const linkedParts = ({ events, entities, relations }, { choose, toggle }) => {
  const marks = events.map((event) => byId(event.id));
  const rows = events.map((event) => byId('row-' + event.id));
  const nodes = entities.map((entity) => byId(entity.id));
  const lines = relations.map((relation) => byId(relation.id));
  const indexOf = new Map(events.map((event, i) => [event.id, i]));
  // Lines of the figure and the events that each belongs to.
  const ties = [...document.querySelectorAll('.still [data-of]')]
    .map((tie) => [tie, tie.dataset.of.split(' ').map((id) => indexOf.get(id))]);
  const parties = events.map((event) => new Set([...event.who, ...event.whom]));
  const eventsOf = entities.map(() => []);
  parties.forEach((some, i) => some.forEach((entity) => eventsOf[entity].push(i)));
  // The events that bring both ends of a relation together: it may rest on others that the page does not show.
  const eventsOfLine = relations.map(({ from, to }) => eventsOf[from].filter((i) => parties[i].has(to)));
  const visible = events.map(() => true);
  const keptInSight = { block: 'nearest', inline: 'nearest' };  // when the panel comes
  let chosen = null;  // index of an event
  let reached = -1;   // the one mark that Tab reaches; arrows go on from it

  function light(some, who, isHotLine) {
    const hotEvents = new Set(some);
    const hotEntities = new Set(who);
    const any = hotEvents.size + hotEntities.size > 0;
    for (const figure of document.querySelectorAll('.figure')) figure.classList.toggle('dimmed', any);
    marks.forEach((mark, i) => mark?.classList.toggle('hot', hotEvents.has(i)));
    rows.forEach((row, i) => row.classList.toggle('hot', hotEvents.has(i)));
    for (const [tie, of] of ties) tie.classList.toggle('hot', of.some((i) => hotEvents.has(i)));
    nodes.forEach((node, i) => node?.classList.toggle('hot', hotEntities.has(i)));
    lines.forEach((line, i) => line?.classList.toggle('hot', isHotLine(i)));
  }
  const lightEvent = (i) => light([i], parties[i], (line) => eventsOfLine[line].includes(i));
  const lightEntity = (i) => {
    const ends = relations.filter(({ from, to }) => from === i || to === i).flatMap(({ from, to }) => [from, to]);
    light(eventsOf[i], [i, ...ends, ...eventsOf[i].flatMap((e) => [...parties[e]])],
      (line) => relations[line].from === i || relations[line].to === i);
  };
  const unlight = () => (chosen === null ? light([], [], () => false) : lightEvent(chosen));

  function roam(i) {
    if (reached >= 0) marks[reached]?.setAttribute('tabindex', '-1');
    reached = i;
    if (i >= 0) marks[i]?.setAttribute('tabindex', '0');
  }

  function neighbour(i, step) {
    for (let next = i + step; next >= 0 && next < events.length; next += step) {
      if (visible[next] && marks[next]) return next;
    }
    return i;
  }

  function litBy(part, show) {
    for (const enter of ['mouseenter', 'focus']) part.addEventListener(enter, show);
    for (const leave of ['mouseleave', 'blur']) part.addEventListener(leave, unlight);
  }

  function bindMark(i, mark) {
    marks[i] = mark;
    mark.setAttribute('role', 'button');
    mark.setAttribute('tabindex', '-1');
    // A button is called by the words on it (WCAG 2.5.3), which the figure orders otherwise.
    const written = [...mark.querySelectorAll('text')].map((text) => text.textContent).join(' ');
    mark.setAttribute('aria-label', written ? `${written}, ${events[i].stanceWord}` : mark.getAttribute('aria-label'));
    litBy(mark, () => lightEvent(i));
    mark.addEventListener('click', () => {
      choose(i);
      mark.scrollIntoView(keptInSight);
    });
    mark.addEventListener('keydown', (pressed) => {
      const step = arrowSteps[pressed.key];
      if (step) {
        const next = neighbour(i, step);
        roam(next);
        marks[next].focus();
      } else if (pressed.key === 'Enter' || pressed.key === ' ') {
        choose(i, true);
      } else {
        return;
      }
      pressed.preventDefault();
    });
  }

  function bindNode(i, node) {
    node.setAttribute('role', 'button');
    node.setAttribute('tabindex', '0');
    litBy(node, () => lightEntity(i));
    node.addEventListener('click', () => toggle(i));
    node.addEventListener('keydown', (pressed) => {
      if (pressed.key !== 'Enter' && pressed.key !== ' ') return;
      pressed.preventDefault();
      toggle(i);
    });
  }

  nodes.forEach((node, i) => node && bindNode(i, node));
  rows.forEach((row, i) => {
    row.addEventListener('mouseenter', () => lightEvent(i));
    row.addEventListener('mouseleave', unlight);
    row.querySelector('a').addEventListener('click', (click) => {
      click.preventDefault();
      choose(i, true);
      row.scrollIntoView(keptInSight);
    });
  });

  return {
    marks,
    rows,
    bindMark,
    markOrRow: (i) => marks[i] ?? rows[i],
    focus: (i) => (marks[i] ?? rows[i].querySelector('a')).focus(),

    // Shows the events that `matches` leaves, and the actors and relations of those. Returns the indices of the events.
    filter(matches) {
      const shown = [];
      const seen = new Set();
      events.forEach((_, i) => {
        visible[i] = matches(i);
        if (visible[i]) {
          shown.push(i);
          parties[i].forEach((entity) => seen.add(entity));
        }
        marks[i]?.classList.toggle('off', !visible[i]);
        rows[i].hidden = !visible[i];
      });
      for (const [tie, of] of ties) tie.classList.toggle('off', !of.every((i) => visible[i]));
      const narrowed = shown.length < events.length;
      nodes.forEach((node, i) => node?.classList.toggle('off', narrowed && !seen.has(i)));
      lines.forEach((line, i) => line?.classList.toggle('off', narrowed && !eventsOfLine[i].some((event) => visible[event])));
      return shown;
    },

    // After marks came or went: which of them Tab reaches, which is the chosen one.
    settle() {
      if (chosen !== null) marks[chosen]?.classList.add('chosen');
      roam(marks[chosen] && visible[chosen] ? chosen : visible.findIndex((shown, i) => shown && marks[i]));
    },

    // `i`: an event, or null for none.
    mark(i) {
      for (const [event, on] of [[chosen, false], [i, true]]) {
        if (event === null) continue;
        marks[event]?.classList.toggle('chosen', on);
        rows[event].classList.toggle('chosen', on);
      }
      chosen = i;
      if (i !== null && marks[i]) roam(i);
      unlight();
    },
  };
};
