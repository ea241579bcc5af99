// The report with JavaScript: what can be read without it is in the page already. Words of articles come as JSON and
// go in as text, never as HTML. The build joins the files of this folder to one script, this one first: what the others
// share.
'use strict';
const byId = (id) => document.getElementById(id);

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

// How far a key leads along marks, cells or lines.
const arrowSteps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
