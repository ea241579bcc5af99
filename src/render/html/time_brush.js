// The time brush: bars that count events in bins of equal length, and two sliders over their edges. Days are numbers
// counted from 1970; a stretch is [begin, end). `moved()` is called after a slider.
const timeBrush = ({ events, locale }, moved) => {
  const box = byId('brush');
  const from = byId('from');
  const to = byId('to');
  const dated = events.filter((event) => event.from !== undefined || event.to !== undefined);
  const first = Math.min(...dated.map((event) => event.from ?? event.to));
  const last = Math.max(...dated.map((event) => event.to ?? event.from));
  const days = dated.length ? last - first + 1 : 0;
  const binCount = Math.min(120, days);
  const stride = Math.max(1, Math.round(days / 120));  // of an arrow key
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dayText = (count) => day.format(new Date(count * 864e5));
  const bars = [];

  function draw() {
    const counts = new Array(binCount).fill(0);
    for (const event of dated) {
      const middle = ((event.from ?? event.to) + (event.to ?? event.from)) / 2;
      counts[Math.min(binCount - 1, Math.floor((middle - first) * binCount / days))] += 1;
    }
    const most = Math.max(...counts);
    const strip = box.querySelector('svg');
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
  }

  // The slider that moves stops a day before the other.
  function keepApart(slider) {
    if (Number(from.value) < Number(to.value)) return;
    if (slider === from) from.value = Math.max(0, Number(to.value) - 1);
    if (slider === to || from.value === to.value) to.value = Number(from.value) + 1;
  }

  function bind(slider) {
    const changed = () => {
      keepApart(slider);
      moved();
    };
    slider.addEventListener('input', changed);
    slider.addEventListener('keydown', (pressed) => {
      const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[pressed.key];
      if (!step) return;
      slider.value = Number(slider.value) + step * stride;
      pressed.preventDefault();
      changed();
    });
  }

  box.hidden = days < 2;
  if (days) draw();
  for (const slider of [from, to]) bind(slider);

  return {
    dated: dated.length,
    stretch: () => [first + Number(from.value), first + Number(to.value)],
    narrows: () => days > 0 && (Number(from.value) > 0 || Number(to.value) < days),

    // Bounds that are no number, or outside, are those of all events.
    keep(begin, end) {
      if (!days) return;
      from.value = begin > first ? begin - first : 0;
      to.value = end > first ? end - first : days;
      keepApart(from);
    },

    show() {
      if (!days) return;
      const [begin, end] = this.stretch();
      bars.forEach((bar, i) => {
        const middle = first + (i + .5) * days / binCount;
        bar.classList.toggle('in', middle >= begin && middle < end);
      });
      for (const [slider, text] of [[from, dayText(begin)], [to, dayText(Math.max(begin, end - 1))]]) {
        byId(`${slider.id}-day`).textContent = text;
        slider.setAttribute('aria-valuetext', text);
      }
    },
  };
};
