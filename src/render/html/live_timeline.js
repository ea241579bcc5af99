// A timeline that is drawn anew at each filter, where the static one can only count its events: lanes of the busiest
// actors; up to 1,500 events each a mark, of more a cell with their number per month, quarter or year.
const liveTimeline = (() => {
  const mostMarks = 1500;
  const mostLanes = 12;
  const mostBins = 48;
  const [width, gutter, top, row, foot] = [1123, 150, 26, 13, 8];
  const glyphs = {
    favourable: 'M0 -5L5 4H-5Z', unfavourable: 'M0 5L5 -4H-5Z', contested: 'M0 -5L5 0L0 5L-5 0Z',
    neutral: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z', unknown: 'M-4 -4H4V4H-4Z',
  };

  const made = (name, attributes, text) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text !== undefined) element.textContent = text;
    return element;
  };

  // First days of the months, quarters or years of a stretch: the finest that are few enough.
  function edgesOf(begin, end) {
    for (const months of [1, 3, 12, 60, 120, 600, 1200]) {
      const date = new Date(begin * 864e5);
      const edges = [];
      let month = date.getUTCFullYear() * 12 + date.getUTCMonth();
      month -= month % months;
      const dayAt = (at) => new Date(Date.UTC(2000, at - 24000, 1)).getTime() / 864e5;
      for (; edges.length <= mostBins + 1 && (!edges.length || edges.at(-1) < end); month += months) edges.push(dayAt(month));
      if (edges.length <= mostBins + 1) return { months, edges };
    }
    return { months: 0, edges: [begin, end] };
  }

  function nameOf(day, months, locale) {
    const date = new Date(day * 864e5);
    if (months === 3) return `${locale.startsWith('fr') ? 'T' : 'Q'}${date.getUTCMonth() / 3 + 1} ${date.getUTCFullYear()}`;
    return new Intl.DateTimeFormat(locale, { year: 'numeric', month: months === 1 ? 'short' : undefined, timeZone: 'UTC' })
      .format(date);
  }

  // `open(begin, end)` is told which days a cell covers; `bind(i, mark)` gets each mark that is drawn.
  return (host, { events, entities, words, locale }, { open, bind }) => {
    const busy = entities.map(() => 0);
    for (const event of events) for (const i of event.who) busy[i] += 1;
    const lanes = [...busy.keys()].filter((i) => busy[i]).sort((a, b) => busy[b] - busy[a] || a - b).slice(0, mostLanes);
    const laneOf = new Map(lanes.map((entity, lane) => [entity, lane]));
    const lane = events.map((event) => laneOf.get([...event.who, ...event.whom].find((i) => laneOf.has(i))) ?? lanes.length);
    const names = [...lanes.map((i) => entities[i].name), words.othersLane];

    const middle = (event) => ((event.from ?? event.to) + (event.to ?? event.from) + 1) / 2;

    function cells(svg, shown, edges, months, x) {
      const counts = names.map(() => new Array(edges.length - 1).fill(0));
      for (const i of shown) {
        let bin = 0;
        while (bin < edges.length - 2 && edges[bin + 1] <= middle(events[i])) ++bin;
        counts[lane[i]][bin] += 1;
      }
      const most = Math.max(...counts.flat());
      const height = 30;
      const all = [];
      counts.forEach((some, at) => some.forEach((count, bin) => {
        if (!count) return;
        const [left, right] = [x(Math.max(edges[bin], x.begin)), x(Math.min(edges[bin + 1], x.end))];
        const tall = 2 + 14 * count / most;
        const base = top + at * height + height - 2;
        const label = words.bin.replace('%', nameOf(edges[bin], months, locale)).replace('%', count).replace('%', names[at]);
        const cell = made('g', { class: 'cell', role: 'button', tabindex: all.length ? -1 : 0, 'aria-label': label });
        cell.append(made('title', {}, label),
          made('rect', { class: 'hit', x: left, y: base - height + 3, width: Math.max(1, right - left), height: height - 3 }),
          made('rect', { class: 'bar', x: left + 1, y: base - tall, width: Math.max(1, right - left - 2), height: tall }));
        if (right - left >= 7 * String(count).length) {
          cell.append(made('text', { x: (left + right) / 2, y: base - tall - 2, 'text-anchor': 'middle' }, count));
        }
        cell.addEventListener('click', () => open(edges[bin], edges[bin + 1]));
        cell.addEventListener('keydown', (pressed) => {
          const step = arrowSteps[pressed.key];
          if (step) {
            const next = all[all.indexOf(cell) + step] ?? cell;
            cell.setAttribute('tabindex', -1);
            next.setAttribute('tabindex', 0);
            next.focus();
          } else if (pressed.key === 'Enter' || pressed.key === ' ') {
            open(edges[bin], edges[bin + 1]);
          } else {
            return;
          }
          pressed.preventDefault();
        });
        all.push(cell);
      }));
      svg.append(...all);
      return names.map(() => height);
    }

    // Marks of a lane that would touch go to the next line of it; few enough bear their words.
    function marksOf(svg, shown, x) {
      const labelled = shown.length <= 80;
      const ends = names.map(() => []);
      const places = shown.map((i) => {
        const at = x(Math.min(x.end, Math.max(x.begin, middle(events[i]))));
        const words = labelled ? events[i].label.slice(0, 60) : '';
        const space = labelled ? Math.min(width - at, 16 + 6.2 * words.length) : 11;
        const tracks = ends[lane[i]];
        let track = tracks.findIndex((end) => end <= at - 6);
        if (track < 0) track = tracks.length;
        tracks[track] = at - 6 + space;
        return { i, at, track, words };
      });
      const heights = ends.map((tracks) => Math.max(1, tracks.length) * row + 6);
      const tops = heights.map((_, at) => top + heights.slice(0, at).reduce((sum, height) => sum + height, 0));
      for (const { i, at, track, words } of places) {
        const mark = made('g', { class: `event ${events[i].stance}`, id: events[i].id,
          'aria-label': `${events[i].when}, ${events[i].label}, ${events[i].stanceWord}` });
        const y = tops[lane[i]] + 9 + track * row;
        mark.append(made('title', {}, `${events[i].when} : ${events[i].label}`),
          made('path', { d: glyphs[events[i].stance], transform: `translate(${at.toFixed(1)} ${y})` }));
        // Words that would leave the page stand before their mark.
        const late = at + 16 + 6.2 * words.length > width;
        if (words) mark.append(made('text', { x: at + (late ? -8 : 8), y: y + 3.5, 'text-anchor': late ? 'end' : 'start' }, words));
        bind(i, mark);
        svg.append(mark);
      }
      return heights;
    }

    // Draws the events `shown` (indices) of the days [begin, end).
    return (shown, begin, end) => {
      const some = shown.filter((i) => events[i].from !== undefined || events[i].to !== undefined);
      const { months, edges } = edgesOf(begin, end);
      const x = (day) => gutter + (width - gutter - 6) * (day - begin) / (end - begin);
      Object.assign(x, { begin, end });
      const svg = made('svg', { role: 'group', 'aria-label': names.join(', '), preserveAspectRatio: 'xMinYMin' });
      const ground = made('g', { 'aria-hidden': true });
      svg.append(ground);
      const counted = some.length > mostMarks;
      const heights = counted ? cells(svg, some, edges, months, x) : marksOf(svg, some, x);
      let y = top;
      heights.forEach((height, at) => {
        ground.append(made('rect', { class: at % 2 ? 'plain' : 'band', x: 0, y, width, height }),
          made('text', { class: 'name', x: 6, y: y + Math.min(height - 6, 18) }, names[at].slice(0, 22)));
        y += height;
      });
      let free = gutter;
      edges.forEach((edge) => {
        if (edge < begin || edge >= end) return;
        ground.append(made('line', { x1: x(edge), x2: x(edge), y1: top - 4, y2: y }));
        const year = new Date(edge * 864e5);
        if (x(edge) < free || (edges.length > 14 && year.getUTCMonth() !== 0)) return;
        const name = edges.length > 14 ? String(year.getUTCFullYear()) : nameOf(edge, months, locale);
        ground.append(made('text', { class: 'date', x: x(edge) + 2, y: top - 9 }, name));
        free = x(edge) + 12 + 7 * name.length;
      });
      svg.setAttribute('viewBox', `0 0 ${width} ${y + foot}`);
      const hint = document.createElement('p');
      hint.textContent = words.overview;
      host.replaceChildren(...(counted ? [hint] : []), svg);
    };
  };
})();
