// What frise exports, read by programs of others: JSON-LD by a JSON-LD processor, iCalendar by
// ical.js, FollowTheMoney entities by its model, Cypher by Neo4j's grammar. Exit 77, a skip, where
// they are not installed.
//
// usage: node formats.mjs FRISE GRAPH...

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

function load(...names) {
  try {
    return names.map((name) => require(name));
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    console.log(`skipped: ${error.message.split('\n')[0]}; scripts/setup --test installs it`);
    process.exit(77);
  }
}

const [jsonld, ICAL, ftm, { CypherLexer, CypherParser }, { default: antlr4 }] =
  load('jsonld', 'ical.js', '@alephdata/followthemoney', '@neo4j-cypher/antlr4', 'antlr4');
const [frise, ...graphs] = process.argv.slice(2);

const exported = (graph, format) =>
  execFileSync(frise, ['export', graph, '-T', format], { encoding: 'utf8', maxBuffer: 1 << 28 });

const sum = (items, count) => items.reduce((total, item) => total + count(item), 0);

async function checkJsonLd(text, graph) {
  const documentLoader = (url) => assert.fail(`the file makes a processor fetch ${url}`);
  assert.ok(!text.includes('<'), 'a tag could end a script that holds it');
  const quads = await jsonld.toRDF(JSON.parse(text), { documentLoader, safe: true });
  const typed = (iri) => new Set(quads
    .filter((q) => q.predicate.value.endsWith('#type') && q.object.value === iri)
    .map((q) => q.subject.value)).size;
  const claims = sum(graph.events, (event) => event.claims.length);
  assert.equal(typed('https://schema.org/Event'), graph.events.length);
  assert.equal(typed('https://schema.org/NewsArticle'), graph.documents.length);
  assert.equal(typed('https://schema.org/Claim'), claims + graph.stances.length);
  const subjects = new Set(quads.map((q) => q.subject.value));
  for (const { predicate, object } of quads) {
    if (object.termType !== 'NamedNode' || !object.value.startsWith('urn:frise:')) continue;
    if (predicate.value.endsWith('#type')) continue;
    assert.ok(subjects.has(object.value), `${predicate.value} leads nowhere: ${object.value}`);
  }
  for (const { predicate, object } of quads) {
    if (predicate.value === 'https://schema.org/url') assert.match(object.value, /^https?:/);
  }
}

function checkCalendar(text, graph) {
  for (const line of text.split('\r\n')) {
    assert.ok(Buffer.byteLength(line) <= 75, `a line of more than 75 octets: ${line}`);
    assert.ok(!line.includes('\n') && !line.includes('\r'), 'a bare line end');
  }
  const calendar = new ICAL.Component(ICAL.parse(text));
  const dated = graph.events.filter((event) => event.date?.earliest && event.date?.latest);
  const entries = calendar.getAllSubcomponents('vevent').map((entry) => new ICAL.Event(entry));
  assert.equal(entries.length, dated.length);
  entries.forEach((entry, i) => {
    const { earliest, latest } = dated[i].date;
    assert.equal(entry.startDate.toString(), earliest);
    const last = entry.endDate.clone();
    last.adjust(-1, 0, 0, 0);
    assert.equal(last.toString(), latest);
    assert.ok(entry.summary && entry.description.includes(dated[i].date.value ?? ''));
  });
  assert.ok(calendar.getAllSubcomponents().every((one) => one.name === 'vevent'));
}

function checkFollowTheMoney(text, graph) {
  const model = new ftm.Model(ftm.defaultModel);
  const lines = text.trimEnd().split('\n').map((line) => JSON.parse(line));
  const ids = new Map(lines.map((line) => [line.id, line]));
  assert.equal(ids.size, lines.length, 'an id twice');
  for (const line of lines) {
    const schema = model.getSchema(line.schema);
    assert.ok(!schema.abstract, line.schema);
    for (const [name, values] of Object.entries(line.properties)) {
      const property = schema.getProperty(name);
      assert.ok(!property.stub, `${line.schema}:${name} is derived`);
      for (const value of values) {
        if (property.type.name === 'date') assert.match(value, /^\d{4}(-\d\d(-\d\d)?)?$/);
        if (property.type.name === 'url') assert.match(value, /^https?:/);
        if (property.type.name !== 'entity') continue;
        const other = ids.get(value);
        assert.ok(other, `${line.schema}:${name} leads nowhere: ${value}`);
        const range = property.getRange().name;
        assert.ok(model.getSchema(other.schema).isA(range), `${line.schema}:${name} holds a ${other.schema}, no ${range}`);
      }
    }
    assert.ok(model.getEntity(line).getCaption());
  }
  const of = (schema) => lines.filter((line) => line.schema === schema).length;
  assert.equal(of('Event'), graph.events.length);
  assert.equal(of('Article'), graph.documents.length);
  assert.equal(of('Documentation'), sum(graph.events, (event) => event.claims.length));
}

// What Neo4j's grammar has against a statement, or nothing.
function wrongWithCypher(statement) {
  let wrong;
  const listener = {
    syntaxError: (_, symbol, line, column, message) => { wrong ??= `${message} at ${column}`; },
    reportAmbiguity() {}, reportAttemptingFullContext() {}, reportContextSensitivity() {},
  };
  const lexer = new CypherLexer(new antlr4.InputStream(statement));
  const parser = new CypherParser(new antlr4.CommonTokenStream(lexer));
  for (const part of [lexer, parser]) {
    part.removeErrorListeners();
    part.addErrorListener(listener);
  }
  parser.cypher();
  return wrong;
}

function checkCypher(text, graph) {
  const statements = text.trimEnd().split('\n');
  for (const statement of statements) assert.equal(wrongWithCypher(statement), undefined, statement.slice(0, 200));
  const nodes = graph.documents.length + graph.entities.length + graph.events.length;
  assert.equal(statements.filter((line) => line.startsWith('MERGE')).length, nodes);
}

assert.ok(wrongWithCypher("MERGE (n {key: 'a'b'}) SET n.x = 1;"), 'the grammar refuses nothing');
for (const path of graphs) {
  const graph = JSON.parse(readFileSync(path, 'utf8'));
  await checkJsonLd(exported(path, 'jsonld'), graph);
  checkCalendar(exported(path, 'ics'), graph);
  checkFollowTheMoney(exported(path, 'ftm'), graph);
  checkCypher(exported(path, 'cypher'), graph);
  console.log(`${path}: JSON-LD, iCalendar, FollowTheMoney and Cypher are read`);
}
