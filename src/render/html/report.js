// The report with JavaScript: what can be read without it is in the page already. Words of articles come as JSON and
// go in as text, never as HTML. Joined to live_timeline.js by the build.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const { words, events, entities, documents, relations } = data;
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const tools = byId('tools');
  const panel = byId('panel');
  const fields = ['q', 'who', 'type', 'stance', 'factuality', 'source'];
  const indexOf = new Map(events.map((event, i) => [event.id, i]));
  const entityOf = new Map(entities.map((entity, i) => [entity.id, i]));

  // Lower case without accents: "Béru" is found by "beru".
  const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    .replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/[’']/g, "'");
  const told = (pattern, ...values) => values.reduce((text, value) => text.replace('%', value), pattern);

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  // What belongs to an event: its marks on the figure and its line of the table.
  const marks = events.map((event) => byId(event.id));
  const rows = events.map((event) => byId('row-' + event.id));
  const nodes = entities.map((entity) => byId(entity.id));
  const lines = relations.map((relation) => byId(relation.id));
  const parties = events.map((event) => new Set([...event.who, ...event.whom]));
  const eventsOf = entities.map(() => []);
  parties.forEach((some, i) => some.forEach((entity) => eventsOf[entity].push(i)));
  const haystack = events.map((event) => folded([event.label, event.when, event.typeWord,
    ...[...event.who, ...event.whom].map((i) => entities[i].name),
    ...event.claims.map((claim) => (claim.quote ?? '') + ' ' + documents[claim.doc].name)].join('\n')));
  const visible = events.map(() => true);
  let redraw = null;  // of a timeline that the figure can only count
  let chosen = null;  // index of an event

  // The time brush: bars of bins of equal length, two sliders over their edges.
  const dated = events.filter((event) => event.from !== undefined || event.to !== undefined);
  const first = Math.min(...dated.map((event) => event.from ?? event.to));
  const last = Math.max(...dated.map((event) => event.to ?? event.from));
  const brush = byId('brush');
  const from = byId('from');
  const to = byId('to');
  const days = dated.length ? last - first + 1 : 0;
  const binCount = Math.min(120, days);
  const stride = Math.max(1, Math.round(days / 120));  // of an arrow key
  const day = new Intl.DateTimeFormat(data.locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dayText = (count) => day.format(new Date(count * 864e5));
  const isoDay = (count) => new Date(count * 864e5).toISOString().slice(0, 10);
  const bars = [];

  function drawBrush() {
    const counts = new Array(binCount).fill(0);
    for (const event of dated) {
      const middle = ((event.from ?? event.to) + (event.to ?? event.from)) / 2;
      counts[Math.min(binCount - 1, Math.floor((middle - first) * binCount / days))] += 1;
    }
    const most = Math.max(...counts);
    const strip = brush.querySelector('svg');
    strip.setAttribute('viewBox', `0 0 ${binCount} 34`);
    counts.forEach((count, i) => {
      const bar = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
      const height = count ? 4 + 28 * count / most : 0;
      for (const [name, value] of Object.entries({ x: i + .1, y: 34 - height, width: .8, height })) {
        bar.setAttribute(name, value);
      }
      strip.append(bar);
      bars.push(bar);
    });
    for (const slider of [from, to]) slider.max = days;
    setBrush(0, days);
  }

  function setBrush(begin, end) {
    from.value = begin;
    to.value = end;
  }

  // The slider that moves stops a day before the other.
  function keepApart(slider) {
    if (Number(from.value) < Number(to.value)) return;
    if (slider === from) from.value = Math.max(0, Number(to.value) - 1);
    if (slider === to || from.value === to.value) to.value = Number(from.value) + 1;
  }

  const brushed = () => days > 0 && (Number(from.value) > 0 || Number(to.value) < days);

  function state() {
    const now = Object.fromEntries(fields.map((name) => [name, byId(name).value]));
    return { ...now, words: folded(now.q).split(/\s+/).filter(Boolean) };
  }

  function matches(i, now, begin, end) {
    const event = events[i];
    if (now.who && !parties[i].has(Number(now.who))) return false;
    if (now.type && event.type !== now.type) return false;
    if (now.stance && event.stance !== now.stance) return false;
    if (now.factuality && event.factuality !== now.factuality) return false;
    if (now.source && !event.claims.some((claim) => claim.doc === Number(now.source))) return false;
    if (brushed()) {
      if (event.from === undefined && event.to === undefined) return false;
      if ((event.to ?? Infinity) < begin || (event.from ?? -Infinity) >= end) return false;
    }
    return now.words.every((word) => haystack[i].includes(word));
  }

  function apply() {
    const now = state();
    const begin = first + Number(from.value);
    const end = first + Number(to.value);
    let count = 0;
    events.forEach((event, i) => {
      visible[i] = matches(i, now, begin, end);
      count += visible[i];
      marks[i]?.classList.toggle('off', !visible[i]);
      rows[i].hidden = !visible[i];
    });
    const seen = new Set();
    parties.forEach((some, i) => visible[i] && some.forEach((entity) => seen.add(entity)));
    nodes.forEach((node, i) => node?.classList.toggle('off', !seen.has(i)));
    relations.forEach((relation, i) => {
      lines[i]?.classList.toggle('off', !(seen.has(relation.from) && seen.has(relation.to)));
    });
    byId('shown').textContent = told(words.shown, count, events.length);
    bars.forEach((bar, i) => {
      const middle = (i + .5) * days / binCount;
      bar.classList.toggle('in', middle >= Number(from.value) && middle < Number(to.value));
    });
    if (redraw) {
      marks.fill(null);
      redraw(events.map((_, i) => i).filter((i) => visible[i]), begin, end);
      if (chosen !== null) marks[chosen]?.classList.add('chosen');
    }
    if (days) {
      byId('from-day').textContent = dayText(begin);
      byId('to-day').textContent = dayText(Math.max(begin, end - 1));
      from.setAttribute('aria-valuetext', dayText(begin));
      to.setAttribute('aria-valuetext', dayText(Math.max(begin, end - 1)));
    }
    root.classList.toggle('narrowed', count < events.length);
    roam(marks[chosen] && visible[chosen] ? chosen : visible.findIndex((shown, i) => shown && marks[i]));
    writeLink();
  }

  let due = false;
  function applySoon() {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      apply();
    });
  }

  // Of all marks one is reached by Tab; arrows go on from it.
  let reached = -1;
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

  // Light up what belongs together, on both figures and in the table.
  function light(some, who) {
    const hotEvents = new Set(some);
    const hotEntities = new Set(who);
    const any = hotEvents.size + hotEntities.size > 0;
    for (const figure of document.querySelectorAll('.figure')) figure.classList.toggle('dimmed', any);
    marks.forEach((mark, i) => mark?.classList.toggle('hot', hotEvents.has(i)));
    rows.forEach((row, i) => row.classList.toggle('hot', hotEvents.has(i)));
    nodes.forEach((node, i) => node?.classList.toggle('hot', hotEntities.has(i)));
    relations.forEach((relation, i) => {
      lines[i]?.classList.toggle('hot', hotEntities.has(relation.from) && hotEntities.has(relation.to));
    });
  }
  const lightEvent = (i) => light([i], parties[i]);
  const lightEntity = (i) => light(eventsOf[i], [i, ...eventsOf[i].flatMap((e) => [...parties[e]])]);
  const unlight = () => (chosen === null ? light([], []) : lightEvent(chosen));

  function claimBox(claim) {
    const box = element('div', undefined, 'claim');
    const sentence = element('p');
    if (claim.before) sentence.append(element('span', claim.before + ' ', 'around'));
    sentence.append(element('mark', claim.quote ?? ''));
    if (claim.after) sentence.append(element('span', ' ' + claim.after, 'around'));
    box.append(sentence);
    const source = documents[claim.doc];
    const who = element('p', undefined, 'who');
    if (source.url) {
      const link = element('a', source.name);
      link.href = source.url;
      link.rel = 'noreferrer noopener';
      who.append(link);
    } else {
      who.append(source.name);
    }
    who.append(`, ${told(source.lines ? words.line : words.sentence, claim.n)}`);
    if (claim.speaker) who.append(` · ${words.speaker} ${claim.speaker}`);
    if (claim.copy) who.append(` · ${words.copy}`);
    box.append(who);
    if (claim.why) box.append(element('p', `${words.why} ${claim.why}`, 'who'));
    return box;
  }

  function openPanel(i) {
    const event = events[i];
    const close = element('button', words.close, 'close');
    close.type = 'button';
    close.addEventListener('click', () => choose(null));
    const title = element('h2', event.label);
    title.id = 'panel-title';
    const facts = element('dl');
    const names = (list) => list.map((index) => entities[index].name).join(', ');
    for (const [name, value] of [[words.when, event.when], [words.what, event.typeWord],
      [words.actors, names(event.who)], [words.others, names(event.whom)],
      [words.stance, event.stanceWord], [words.factuality, event.factualityWord], ['id', event.key]]) {
      if (value) facts.append(element('dt', name), element('dd', value));
    }
    panel.replaceChildren(close, title, facts, ...event.claims.map(claimBox));
    panel.hidden = false;
    root.classList.add('open');
  }

  function choose(i, focus) {
    if (chosen !== null) {
      marks[chosen]?.classList.remove('chosen');
      rows[chosen].classList.remove('chosen');
    }
    const before = chosen;
    chosen = i;
    if (i === null) {
      panel.hidden = true;
      root.classList.remove('open');
      light([], []);
      if (before !== null && panel.contains(document.activeElement)) (marks[before] ?? rows[before].querySelector('a')).focus();
    } else {
      marks[i]?.classList.add('chosen');
      rows[i].classList.add('chosen');
      if (marks[i]) roam(i);
      lightEvent(i);
      openPanel(i);
      if (focus) panel.querySelector('.close').focus();
    }
    writeLink();
  }

  // "#ev-...&q=...": the event, then what is searched and filtered for.
  function writeLink() {
    const parts = chosen === null ? [] : [events[chosen].id];
    for (const name of fields) {
      if (byId(name).value) parts.push(`${name}=${encodeURIComponent(byId(name).value)}`);
    }
    if (brushed()) parts.push(`from=${isoDay(first + Number(from.value))}`, `to=${isoDay(first + Number(to.value) - 1)}`);
    const link = parts.length ? '#' + parts.join('&') : location.pathname + location.search;
    try {
      history.replaceState(null, '', link);
    } catch {
      // A page in a sandbox may have no history.
    }
  }

  function readLink() {
    const parts = location.hash.slice(1).split('&');
    const values = new URLSearchParams(parts.filter((part) => part.includes('=')).join('&'));
    for (const name of fields) {
      byId(name).value = values.get(name) ?? '';
      if (byId(name).selectedIndex === -1) byId(name).value = '';
    }
    const told = ['from', 'to'].map((name) => Date.parse(values.get(name) ?? '') / 864e5 - first);
    if (days) setBrush(told[0] > 0 ? told[0] : 0, told[1] >= 0 ? told[1] + 1 : days);
    keepApart(from);
    apply();
    const event = indexOf.get(parts[0]);
    if (event === undefined) return;
    choose(event);
    (marks[event] ?? rows[event]).scrollIntoView({ block: 'center' });
  }

  function sortTable(header, column) {
    const body = byId('rows');
    const up = header.getAttribute('aria-sort') !== 'ascending';
    for (const other of header.parentNode.children) other.removeAttribute('aria-sort');
    header.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const compare = new Intl.Collator(data.locale, { numeric: true }).compare;
    const value = (i) => (column === 0 ? events[i].from ?? events[i].to ?? Infinity : rows[i].cells[column].textContent);
    const order = events.map((_, i) => i).sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      const by = column === 0 ? (x === y ? 0 : x < y ? -1 : 1) : compare(x, y);
      return (up ? by : -by) || a - b;
    });
    body.append(...order.map((i) => rows[i]));
  }

  function bindMark(i, mark) {
    marks[i] = mark;
    mark.setAttribute('role', 'button');
    mark.setAttribute('tabindex', '-1');
    // A button is called by the words on it (WCAG 2.5.3), which the figure orders otherwise.
    const written = [...mark.querySelectorAll('text')].map((text) => text.textContent).join(' ');
    mark.setAttribute('aria-label', written ? `${written}, ${events[i].stanceWord}` : mark.getAttribute('aria-label'));
    mark.addEventListener('mouseenter', () => lightEvent(i));
    mark.addEventListener('mouseleave', unlight);
    mark.addEventListener('focus', () => lightEvent(i));
    mark.addEventListener('blur', unlight);
    mark.addEventListener('click', () => choose(i));
    mark.addEventListener('keydown', (pressed) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[pressed.key];
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

  function bindParts() {
    if (!redraw) marks.forEach((mark, i) => mark && bindMark(i, mark));
    nodes.forEach((node, i) => {
      if (!node) return;
      const toggle = () => {
        byId('who').value = byId('who').value === String(i) ? '' : String(i);
        apply();
      };
      node.setAttribute('role', 'button');
      node.setAttribute('tabindex', '0');
      node.addEventListener('mouseenter', () => lightEntity(i));
      node.addEventListener('mouseleave', unlight);
      node.addEventListener('focus', () => lightEntity(i));
      node.addEventListener('blur', unlight);
      node.addEventListener('click', toggle);
      node.addEventListener('keydown', (pressed) => {
        if (pressed.key !== 'Enter' && pressed.key !== ' ') return;
        pressed.preventDefault();
        toggle();
      });
    });
    rows.forEach((row, i) => {
      row.addEventListener('mouseenter', () => lightEvent(i));
      row.addEventListener('mouseleave', unlight);
      row.querySelector('a').addEventListener('click', (click) => {
        click.preventDefault();
        choose(i, true);
      });
    });
  }

  function bindTools() {
    for (const name of fields) byId(name).addEventListener('input', applySoon);
    for (const slider of [from, to]) {
      const moved = () => {
        keepApart(slider);
        applySoon();
      };
      slider.addEventListener('input', moved);
      slider.addEventListener('keydown', (pressed) => {
        const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[pressed.key];
        if (!step) return;
        slider.value = Number(slider.value) + step * stride;
        pressed.preventDefault();
        moved();
      });
    }
    byId('reset').addEventListener('click', () => {
      for (const name of fields) byId(name).value = '';
      setBrush(0, days);
      choose(null);
      apply();
    });
    byId('theme').addEventListener('click', () => {
      const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
      root.dataset.theme = dark ? 'light' : 'dark';
    });
    document.querySelectorAll('#events thead th').forEach((header, column) => {
      const button = element('button', header.textContent);
      button.type = 'button';
      button.addEventListener('click', () => sortTable(header, column));
      header.replaceChildren(button);
    });
    document.addEventListener('keydown', (pressed) => {
      if (pressed.key === 'Escape' && !panel.hidden) choose(null);
    });
    tools.addEventListener('submit', (submitted) => submitted.preventDefault());
    addEventListener('hashchange', readLink);
  }

  // A figure that shows most events one by one is filtered; of any other a live one takes the place.
  function takePlace() {
    if (marks.filter(Boolean).length >= .8 * dated.length) return;
    const host = element('div', undefined, 'figure moving');
    const open = (begin, end) => {
      setBrush(Math.max(0, begin - first), Math.min(days, end - first));
      apply();
      (host.querySelector('[tabindex="0"]') ?? host).focus();
    };
    // One id, one element: the static marks are for paper and for a page without script.
    marks.forEach((mark) => mark?.removeAttribute('id'));
    for (const [name, value] of [['tabindex', 0], ['role', 'group'], ['aria-labelledby', 'timeline-heading']]) {
      host.setAttribute(name, value);
    }
    byId('timeline').append(host);
    root.classList.add('many');
    redraw = liveTimeline(host, data, { open, bind: bindMark });
  }

  root.classList.add('live');
  tools.hidden = false;
  byId('theme').hidden = false;
  brush.hidden = days < 2;
  if (days) drawBrush();
  if (days) takePlace();
  bindParts();
  bindTools();
  readLink();
})();
