// The page as a whole: what is filtered, which event is chosen, and the address that holds both.
(() => {
  const data = JSON.parse(byId('data').textContent);
  const { words, events } = data;
  const root = document.documentElement;
  const indexOf = new Map(events.map((event, i) => [event.id, i]));
  const brush = timeBrush(data, applySoon);
  const filter = eventFilter(data, brush);
  const panel = sourcePanel(data, () => choose(null));
  const parts = linkedParts(data, { choose, toggle });
  let redraw = null;  // of a timeline that the figure can only count
  let chosen = null;  // index of an event
  let due = false;

  function apply() {
    const shown = parts.filter(filter());
    byId('shown').textContent = told(words.shown, shown.length, events.length);
    brush.show();
    if (redraw) {
      parts.marks.fill(null);
      redraw(shown, ...brush.stretch());
    }
    root.classList.toggle('narrowed', shown.length < events.length);
    parts.settle();
    writeLink();
  }

  function applySoon() {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      apply();
    });
  }

  function choose(i, focus) {
    const before = chosen;
    chosen = i;
    parts.mark(i);
    if (i === null) {
      if (panel.shut() && before !== null) parts.focus(before);
    } else {
      panel.open(events[i]);
      if (focus) panel.focus();
    }
    writeLink();
  }

  // Only the events of an actor, or all again.
  function toggle(i) {
    byId('who').value = byId('who').value === String(i) ? '' : String(i);
    apply();
  }

  // "#ev-...&q=...": the event, then what is searched and filtered for.
  function writeLink() {
    const said = chosen === null ? [] : [events[chosen].id];
    for (const name of filterFields) {
      if (byId(name).value) said.push(`${name}=${encodeURIComponent(byId(name).value)}`);
    }
    if (brush.narrows()) {
      const [begin, end] = brush.stretch();
      const iso = (day) => new Date(day * 864e5).toISOString().slice(0, 10);
      said.push(`from=${iso(begin)}`, `to=${iso(end - 1)}`);
    }
    const link = said.length ? '#' + said.join('&') : location.pathname + location.search;
    try {
      history.replaceState(null, '', link);
    } catch {
      // A page in a sandbox may have no history.
    }
  }

  function readLink() {
    const said = location.hash.slice(1).split('&');
    const values = new URLSearchParams(said.filter((part) => part.includes('=')).join('&'));
    for (const name of filterFields) {
      byId(name).value = values.get(name) ?? '';
      if (byId(name).selectedIndex === -1) byId(name).value = '';
    }
    const [begin, last] = ['from', 'to'].map((name) => Date.parse(values.get(name) ?? '') / 864e5);
    brush.keep(begin, last + 1);
    apply();
    const event = indexOf.get(said[0]);
    if (event === undefined) return;
    choose(event);
    parts.markOrRow(event).scrollIntoView({ block: 'center' });
  }

  function bindTools() {
    for (const name of filterFields) byId(name).addEventListener('input', applySoon);
    byId('reset').addEventListener('click', () => {
      for (const name of filterFields) byId(name).value = '';
      brush.keep();
      choose(null);
      apply();
    });
    byId('theme').addEventListener('click', () => {
      const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
      root.dataset.theme = dark ? 'light' : 'dark';
    });
    document.addEventListener('keydown', (pressed) => {
      if (pressed.key === 'Escape' && panel.isOpen()) choose(null);
    });
    byId('tools').addEventListener('submit', (submitted) => submitted.preventDefault());
    addEventListener('hashchange', () => {
      // The page's own links lead to a part of it and leave what is filtered as it is.
      const within = byId(location.hash.slice(1));
      if (within && !indexOf.has(within.id)) writeLink();
      else readLink();
    });
    for (const id of ['tools', 'theme']) byId(id).hidden = false;
  }

  // A figure that shows most events one by one is filtered; of any other a live one takes the place.
  function takePlace() {
    const host = element('div', undefined, 'figure moving');
    const open = (begin, end) => {
      brush.keep(begin, end);
      apply();
      (host.querySelector('[tabindex="0"]') ?? host).focus();
    };
    // One id, one element: the static marks are for paper and for a page without script.
    for (const mark of parts.marks) mark?.removeAttribute('id');
    for (const [name, value] of [['tabindex', 0], ['role', 'group'], ['aria-labelledby', 'timeline-heading']]) {
      host.setAttribute(name, value);
    }
    byId('timeline').append(host);
    root.classList.add('many');
    redraw = liveTimeline(host, data, { open, bind: parts.bindMark });
  }

  root.classList.add('live');
  if (parts.marks.filter(Boolean).length < .8 * brush.dated) takePlace();
  else parts.marks.forEach((mark, i) => mark && parts.bindMark(i, mark));
  sortableTable(data, parts.rows);
  bindTools();
  readLink();
})();
