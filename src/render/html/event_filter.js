// Which events the fields and the brush leave. Several words of the search must all be there.
const filterFields = ['q', 'who', 'type', 'stance', 'factuality', 'source'];

const eventFilter = ({ events, entities, documents }, brush) => {
  const haystack = events.map((event) => folded([event.label, event.when, event.typeWord,
    ...[...event.who, ...event.whom].map((i) => entities[i].name),
    ...event.claims.map((claim) => (claim.quote ?? '') + ' ' + documents[claim.doc].name)].join('\n')));

  const inStretch = (event, [begin, end]) => (event.from !== undefined || event.to !== undefined) &&
    (event.to ?? Infinity) >= begin && (event.from ?? -Infinity) < end;

  // Asked once for each event, after what the fields say now was read.
  return () => {
    const now = Object.fromEntries(filterFields.map((name) => [name, byId(name).value]));
    const wanted = folded(now.q).split(/\s+/).filter(Boolean);
    const stretch = brush.narrows() ? brush.stretch() : null;
    return (i) => {
      const event = events[i];
      if (now.who && ![...event.who, ...event.whom].includes(Number(now.who))) return false;
      for (const name of ['type', 'stance', 'factuality']) {
        if (now[name] && event[name] !== now[name]) return false;
      }
      if (now.source && !event.claims.some((claim) => claim.doc === Number(now.source))) return false;
      if (stretch && !inStretch(event, stretch)) return false;
      return wanted.every((word) => haystack[i].includes(word));
    };
  };
};
