// Mermaid and TimelineJS draw in Chromium what frise exports for them; hostile words stay words. Exit 77, a skip, where
// they or Chromium are not installed.
//
// usage: node browser.mjs FRISE GRAPH...

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { openPage, resolve, withBrowser } from './chromium.mjs';

const [frise, ...graphs] = process.argv.slice(2);
const mermaid = join(dirname(resolve('mermaid/package.json')), 'dist/mermaid.min.js');
const timeline = join(dirname(resolve('@knight-lab/timelinejs/package.json')), 'dist');

const exported = (graph, format) =>
  execFileSync(frise, ['export', graph, '-T', format], { encoding: 'utf8', maxBuffer: 1 << 28 });

const squeezed = (text) => text.replace(/\s+/g, '');

async function checkMermaid(browser, text, graph) {
  const { page, complaints } = await openPage(browser);
  await page.setContent('<title>whole</title><div id="figure"></div>');
  await page.addScriptTag({ path: mermaid });
  const drawn = await page.evaluate(async (source) => {
    mermaid.initialize({ startOnLoad: false });
    const { svg } = await mermaid.render('chart', source);
    document.querySelector('#figure').innerHTML = svg;
    const labels = [...document.querySelectorAll('.node .nodeLabel')].map((label) => label.textContent);
    const edges = document.querySelectorAll('.flowchart-link').length;
    const active = document.querySelectorAll('#figure script, #figure img, #figure [onerror], #figure a').length;
    return { labels, edges, active, title: document.title };
  }, text);
  assert.equal(drawn.title, 'whole');
  assert.equal(drawn.active, 0);
  assert.equal(drawn.edges, text.split('\n').filter((line) => line.includes('>|')).length);
  const labels = new Set(drawn.labels.map(squeezed));
  const shown = graph.entities.map((entity) => squeezed(entity.name)).filter((name) => labels.has(name));
  assert.ok(shown.length > graph.entities.length / 3, `${shown.length} of ${graph.entities.length} names are drawn as they are`);
  assert.deepEqual(complaints, []);
  await page.context().close();
}

async function checkTimeline(browser, text, graph) {
  const { page, complaints } = await openPage(browser, { viewport: { width: 1200, height: 700 } });
  await page.goto(pathToFileURL(join(timeline, 'css/timeline.css')).href);
  await page.setContent(`<title>whole</title><link rel="stylesheet" href="${pathToFileURL(join(timeline, 'css/timeline.css'))}">
    <div id="timeline" style="width: 100%; height: 600px"></div>`);
  await page.addScriptTag({ path: join(timeline, 'js/timeline.js') });
  await page.evaluate((json) => {
    window.drawn = new TL.Timeline('timeline', JSON.parse(json), { font: null, hash_bookmark: false, ga_measurement_id: null });
  }, text);
  const dated = graph.events.filter((event) => event.date?.earliest || event.date?.latest);
  await page.waitForFunction((count) => document.querySelectorAll('.tl-timemarker').length >= count, dated.length, { timeout: 30000 });
  const shown = await page.evaluate(() => ({
    markers: document.querySelectorAll('.tl-timemarker').length,
    active: document.querySelectorAll('#timeline script, #timeline [onerror], #timeline a[href^="javascript"]').length,
    title: document.title,
  }));
  assert.equal(shown.markers, dated.length);
  assert.equal(shown.active, 0);
  assert.equal(shown.title, 'whole');
  assert.deepEqual(complaints.filter((one) => !one.startsWith('console:')), []);
  await page.context().close();
}

await withBrowser(async (browser) => {
  for (const path of graphs) {
    const graph = JSON.parse(readFileSync(path, 'utf8'));
    await checkMermaid(browser, exported(path, 'mermaid'), graph);
    await checkTimeline(browser, exported(path, 'timelinejs'), graph);
    console.log(`${path}: Mermaid and TimelineJS draw it`);
  }
});
