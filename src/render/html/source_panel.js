// The panel of one event: its facts, then each source's sentence in its context, who says it, how its date was read.
const sourcePanel = ({ words, entities, documents }, close) => {
  const panel = byId('panel');

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

  return {
    open(event) {
      const button = element('button', words.close, 'close');
      button.type = 'button';
      button.addEventListener('click', close);
      const title = element('h2', event.label);
      title.id = 'panel-title';
      const facts = element('dl');
      const names = (list) => list.map((index) => entities[index].name).join(', ');
      for (const [name, value] of [[words.when, event.when], [words.what, event.typeWord],
        [words.actors, names(event.who)], [words.others, names(event.whom)],
        [words.stance, event.stanceWord], [words.factuality, event.factualityWord], ['id', event.key]]) {
        if (value) facts.append(element('dt', name), element('dd', value));
      }
      panel.replaceChildren(button, title, facts, ...event.claims.map(claimBox));
      panel.hidden = false;
      panel.scrollTop = 0;
      document.documentElement.classList.add('open');
    },
    // True if what was focused is gone with it.
    shut() {
      const focused = panel.contains(document.activeElement);
      panel.hidden = true;
      document.documentElement.classList.remove('open');
      return focused;
    },
    focus: () => panel.querySelector('.close').focus(),
    isOpen: () => !panel.hidden,
  };
};
