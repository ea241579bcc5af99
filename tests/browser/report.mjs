// report.html in Chromium, as its readers use it: with a mouse, with keys alone, without JavaScript, on paper, in the
// dark, with 2,000 events, with hostile words. Exit 77, a skip, where Chromium or an npm package is missing.
//
// usage: node report.mjs FRISE ARTICLES HOSTILE-GRAPH [SCREENSHOTS]

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { openPage, resolve, withBrowser } from '../exports/npm/chromium.mjs';

const [frise, articles, hostile, screenshots] = process.argv.slice(2);
const axe = readFileSync(resolve('axe-core'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'frise-report-'));
const run = (...args) => execFileSync(frise, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'ignore'] });

async function open(browser, path, options = {}, hash = '') {
  const { page, complaints } = await openPage(browser, { viewport: { width: 1400, height: 900 }, ...options });
  await page.goto(pathToFileURL(path).href + hash);
  return { page, complaints, close: () => page.context().close() };
}

const shownRows = (page) => page.locator('#rows tr:visible').count();
const settled = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function search(page, words) {
  await page.fill('#q', words);
  await settled(page);
  return shownRows(page);
}

async function checkAccessible(page, what) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const found = violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
  assert.deepEqual(found, [], what);
}

async function photograph(page, name) {
  if (screenshots) await page.screenshot({ path: join(screenshots, name) });
}

const scenes = {
  async 'the page is whole without JavaScript'(browser, path) {
    const { page, complaints, close } = await open(browser, path, { javaScriptEnabled: false });
    assert.equal(await page.locator('#tools').isVisible(), false);
    assert.equal(await page.locator('#panel').isVisible(), false);
    assert.ok(await page.locator('#timeline svg').isVisible());
    assert.ok(await page.locator('#map svg').isVisible());
    assert.ok((await shownRows(page)) > 20);
    assert.ok((await page.locator('#rows blockquote').count()) > 20);
    assert.deepEqual(complaints, []);
    await close();
  },

  async 'search needs no accents and filters join'(browser, path) {
    const { page, complaints, close } = await open(browser, path);
    const all = await shownRows(page);
    const some = await search(page, 'detaillants');
    assert.ok(some > 0 && some < all, `${some} of ${all}`);
    assert.equal(await search(page, 'DÉTAILLANTS'), some);
    assert.equal((await page.textContent('#shown')).includes(String(some)), true);
    assert.equal(await page.locator('#timeline .event:not(.off)').count(), some);
    assert.equal(await search(page, 'nobody says this'), 0);
    await page.click('#reset');
    assert.equal(await shownRows(page), all);
    for (const id of ['who', 'type', 'stance', 'factuality', 'source']) {
      const value = await page.locator(`#${id} option`).nth(1).getAttribute('value');
      await page.selectOption(`#${id}`, value);
      await settled(page);
      const kept = await shownRows(page);
      assert.ok(kept > 0 && kept <= all, `${id}: ${kept}`);
      await page.selectOption(`#${id}`, '');
    }
    assert.deepEqual(complaints, []);
    await close();
  },

  async 'a click shows the sentence, its context and its source'(browser, path) {
    const { page, complaints, close } = await open(browser, path);
    const mark = page.locator('#timeline .event').nth(4);
    await mark.scrollIntoViewIfNeeded();
    await mark.locator('.mark, path, circle, rect, text').first().click({ force: true });
    assert.ok(await page.locator('#panel').isVisible());
    const id = await page.locator('#timeline .event.chosen').getAttribute('id');
    assert.equal(new URL(page.url()).hash.split('&')[0], `#${id}`);
    const quote = await page.locator('#panel mark').first().textContent();
    assert.ok((await page.locator(`#row-${id} blockquote`).allTextContents()).includes(quote));
    assert.ok((await page.locator('#panel .around').count()) > 0, 'no context');
    assert.match(await page.locator('#panel a').first().getAttribute('href'), /^https:/);
    assert.ok((await page.locator('#map .node.hot').count()) > 0, 'the map does not answer');
    await photograph(page, 'report-panel.png');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#panel').isVisible(), false);
    assert.deepEqual(complaints, []);
    await close();
  },

  async 'keys alone reach every mark and the sentences'(browser, path) {
    const { page, complaints, close } = await open(browser, path);
    const reachable = page.locator('#timeline .event[tabindex="0"]');
    assert.equal(await reachable.count(), 1);
    await reachable.focus();
    const first = await page.evaluate(() => document.activeElement.id);
    await page.keyboard.press('ArrowRight');
    const second = await page.evaluate(() => document.activeElement.id);
    assert.notEqual(first, second);
    await page.keyboard.press('ArrowLeft');
    assert.equal(await page.evaluate(() => document.activeElement.id), first);
    await page.keyboard.press('Enter');
    assert.ok(await page.locator('#panel').isVisible());
    assert.equal(await page.evaluate(() => document.activeElement.className), 'close');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('#panel').isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement.id), first);
    assert.deepEqual(complaints, []);
    await close();
  },

  async 'the map filters and lights up the timeline'(browser, path) {
    const { page, complaints, close } = await open(browser, path);
    const all = await shownRows(page);
    const node = page.locator('#map .node').nth(1);
    await node.scrollIntoViewIfNeeded();
    await node.hover();
    assert.ok((await page.locator('#timeline .event.hot').count()) > 0);
    await node.click();
    await settled(page);
    const some = await shownRows(page);
    assert.ok(some > 0 && some < all, `${some} of ${all}`);
    await photograph(page, 'report-map.png');
    await node.click();
    await settled(page);
    assert.equal(await shownRows(page), all);
    assert.deepEqual(complaints, []);
    await close();
  },

  async 'what is filtered out takes its lines along, and nothing fades without a filter'(browser, path) {
    const { page, complaints, close } = await open(browser, path);
    const off = (what) => page.locator(`${what}.off`).count();
    const ties = await page.locator('#timeline [data-of]').count();
    assert.ok(ties > 10, `${ties} lines that belong to events`);
    assert.deepEqual([await off('#map .node'), await off('#map .relation'), await off('[data-of]')], [0, 0, 0]);
    await search(page, 'nvidia mineurs');
    const astray = await page.evaluate(() => [...document.querySelectorAll('#timeline [data-of]:not(.off)')]
      .filter((tie) => tie.dataset.of.split(' ').some((id) => document.getElementById(id).classList.contains('off'))).length);
    assert.equal(astray, 0);
    assert.ok((await off('[data-of]')) > 0 && (await off('[data-of]')) < ties);
    assert.ok((await off('#map .relation')) > 0 && (await off('#map .node')) > 0);
    await page.click('#reset');
    assert.deepEqual([await off('#map .node'), await off('#map .relation'), await off('[data-of]')], [0, 0, 0]);
    assert.deepEqual(complaints, []);
    await close();
  },

  async 'the table can be read on a small screen and beside the panel'(browser, path) {
    const { page, close } = await open(browser, path, { viewport: { width: 1280, height: 860 } });
    const widths = await page.locator('#events thead th').evaluateAll((all) => all.map((one) => one.clientWidth));
    assert.ok(Math.min(...widths) > 90, widths.join(', '));
    await page.locator('#rows tr:visible a').nth(2).click();
    const display = () => page.locator('#rows tr.chosen').evaluate((row) => getComputedStyle(row).display);
    assert.equal(await display(), 'flex', 'no card beside the panel');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await display(), 'table-row');
    const faint = await page.locator('.figure .event, .figure .node').evaluateAll((all) => all
      .filter((one) => getComputedStyle(one).opacity !== '1').length);
    assert.equal(faint, 0, 'paper is not dimmed by what is chosen');
    await close();
  },

  async 'two sliders keep a stretch of time'(browser, path) {
    const { page, complaints, close } = await open(browser, path);
    const all = await shownRows(page);
    await page.focus('#from');
    for (let i = 0; i < 60; ++i) await page.keyboard.press('ArrowRight');
    await settled(page);
    const some = await shownRows(page);
    assert.ok(some > 0 && some < all, `${some} of ${all}`);
    assert.ok((await page.textContent('#from-day')).length > 5);
    await page.focus('#to');
    for (let i = 0; i < 200; ++i) await page.keyboard.press('ArrowLeft');
    assert.ok(Number(await page.inputValue('#from')) < Number(await page.inputValue('#to')));
    assert.deepEqual(complaints, []);
    await close();
  },

  async 'a link opens what it was copied from'(browser, path) {
    const { page, close } = await open(browser, path);
    await search(page, 'nvidia');
    await page.locator('#rows tr:visible a').nth(2).click();
    const hash = new URL(page.url()).hash;
    const title = await page.textContent('#panel-title');
    await close();
    const again = await open(browser, path, {}, hash);
    assert.equal(await again.page.inputValue('#q'), 'nvidia');
    assert.equal(await again.page.textContent('#panel-title'), title);
    assert.deepEqual(again.complaints, []);
    await again.close();
    const wrong = await open(browser, path, {}, '#ev-none&type=dance&from=-3&q=%E0%A4%A');
    assert.equal(await wrong.page.locator('#panel').isVisible(), false);
    await wrong.close();
  },

  async 'links within the page keep what is filtered, links to an event are followed'(browser, path) {
    const { page, complaints, close } = await open(browser, path);
    const some = await search(page, 'detaillants');
    await page.click('header nav a[href="#events"]');
    await settled(page);
    assert.equal(await shownRows(page), some);
    assert.equal(new URL(page.url()).hash, '#q=detaillants');
    assert.ok(await page.evaluate(() => scrollY) > 500, 'the table is not in sight');
    const id = await page.locator('#timeline .event').nth(3).getAttribute('id');
    await page.evaluate((event) => { location.hash = `#${event}&q=nvidia`; }, id);
    await page.waitForFunction(() => document.querySelector('#q').value === 'nvidia');
    assert.ok(await page.locator('#panel').isVisible());
    assert.deepEqual(complaints, []);
    await close();
  },

  async 'the table sorts by each column'(browser, path) {
    const { page, complaints, close } = await open(browser, path);
    const heads = page.locator('#events thead th');
    for (let column = 0; column < await heads.count(); ++column) {
      await heads.nth(column).locator('button').click();
      assert.equal(await heads.nth(column).getAttribute('aria-sort'), 'ascending');
      await heads.nth(column).locator('button').click();
      assert.equal(await page.locator('#events th[aria-sort]').count(), 1);
    }
    const types = await page.locator('#rows td:nth-child(5)').allTextContents();
    await heads.nth(4).locator('button').click();
    const sorted = await page.locator('#rows td:nth-child(5)').allTextContents();
    assert.deepEqual(sorted, [...types].sort(new Intl.Collator('fr').compare));
    assert.deepEqual(complaints, []);
    await close();
  },

  async 'light, dark and paper'(browser, path) {
    const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const paper = (page) => page.evaluate(() => getComputedStyle(document.querySelector('#timeline svg .page')).fill);
    for (const colorScheme of ['light', 'dark']) {
      const { page, complaints, close } = await open(browser, path, { colorScheme });
      assert.equal(await ground(page), await paper(page));
      const before = await ground(page);
      await checkAccessible(page, colorScheme);
      await photograph(page, `report-${colorScheme}.png`);
      await page.click('#theme');
      assert.notEqual(await ground(page), before);
      await page.emulateMedia({ media: 'print' });
      assert.equal(await ground(page), 'rgb(255, 255, 255)');
      assert.equal(await page.locator('#tools').isVisible(), false);
      assert.deepEqual(complaints, []);
      await close();
    }
  },

  async 'an open panel and a filtered page are accessible'(browser, path) {
    const { page, complaints, close } = await open(browser, path);
    await search(page, 'nvidia');
    await page.locator('#rows tr:visible a').first().click();
    await checkAccessible(page, 'panel');
    assert.deepEqual(complaints, []);
    await close();
  },

  async 'two sliders cover one strip and both can be held'(browser, path) {
    const { page, complaints, close } = await open(browser, path);
    const strip = await page.locator('#brush .strip').boundingBox();
    const all = await shownRows(page);
    const drag = async (from, to) => {
      await page.mouse.move(strip.x + from, strip.y + 17);
      await page.mouse.down();
      await page.mouse.move(strip.x + to, strip.y + 17, { steps: 4 });
      await page.mouse.up();
      await settled(page);
      return shownRows(page);
    };
    const left = await drag(8, strip.width / 3);
    const right = await drag(strip.width - 8, strip.width / 2);
    assert.ok(right < left && left < all, `${right}, ${left}, ${all}`);
    assert.ok((await page.locator('#brush rect.in').count()) > 10);
    assert.deepEqual(complaints, []);
    await close();
  },

  async 'the page speaks one language'(browser, path) {
    const { page, close } = await open(browser, path);
    const whys = await page.evaluate(() => JSON.parse(document.getElementById('data').textContent).events
      .flatMap((event) => event.claims.map((claim) => claim.why ?? '')));
    assert.ok(whys.filter(Boolean).length > 20);
    assert.deepEqual(whys.filter((why) => /\b(time|date of|told|clause|sentence|article whose|read in)\b/.test(why)), []);
    await close();
  },

  async 'a phone shows the table as cards and the sentences below'(browser, path) {
    const { page, complaints, close } = await open(browser, path, { viewport: { width: 390, height: 844 }, hasTouch: true });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
    const rows = page.locator('#rows tr');
    assert.ok((await rows.first().boundingBox()).width <= 390);
    await photograph(page, 'report-phone.png');
    await rows.nth(2).locator('a').tap();
    await checkAccessible(page, 'phone');
    const panel = await page.locator('#panel').boundingBox();
    assert.ok(panel.y > 200 && panel.width <= 390, JSON.stringify(panel));
    const chosen = await page.locator('#rows tr.chosen a').boundingBox();
    assert.ok(chosen.y >= 0 && chosen.y + chosen.height < panel.y, `${JSON.stringify(chosen)} under the panel`);
    await photograph(page, 'report-phone-panel.png');
    assert.deepEqual(complaints, []);
    await close();
  },

  async 'a narrow screen scrolls in the figure only'(browser, path) {
    const { page, close } = await open(browser, path, { viewport: { width: 400, height: 800 } });
    const wide = await page.evaluate(() => document.querySelector('#timeline').scrollWidth - innerWidth);
    assert.ok(wide <= 0, `the page is ${wide} px too wide`);
    await close();
  },
};

// A table of 2,000 events over eleven years, twenty actors and a hundred others.
function manyEvents() {
  const lines = ['date,actor,type,target,source,quote'];
  const types = ['invest', 'partner', 'supply', 'launch', 'exclude', 'criticize'];
  for (let i = 0; i < 2000; ++i) {
    const date = new Date(Date.UTC(2014, 0, 1 + 2 * i)).toISOString().slice(0, 10);
    lines.push(`${date},Maison ${i % 20},${types[i % 6]},Atelier ${i % 101},Gazette ${i % 40},Phrase ${i} de la table.`);
  }
  writeFileSync(join(folder, 'many.csv'), lines.join('\n'));
  run('merge', join(folder, 'many.csv'), '-o', join(folder, 'many.json'));
  run('draw', 'timeline', join(folder, 'many.json'), '-o', join(folder, 'many.html'));
  return join(folder, 'many.html');
}

// What a person waits for, in ms: what is done at each step until it is laid out.
function timed(page, steps) {
  return page.evaluate(async (all) => {
    const times = [];
    for (const [id, value] of all) {
      const begin = performance.now();
      const field = document.getElementById(id);
      field.value = value;
      field.dispatchEvent(new Event('input'));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      document.body.getBoundingClientRect();
      times.push(Math.round(performance.now() - begin));
    }
    return times;
  }, steps);
}

async function checkMany(browser) {
  const path = manyEvents();
  const { page, complaints, close } = await open(browser, path);
  const all = await shownRows(page);
  assert.ok(all >= 1900, `${all} events`);
  const drawn = () => page.locator('.moving *').count();
  const cells = page.locator('.moving .cell');
  // Counted: few parts, that sum up to all events; quarters, for eleven years have more months than a page has room.
  const counts = await cells.evaluateAll((some) => some.map((cell) => Number(cell.getAttribute('aria-label').match(/: (\d+)/)[1])));
  assert.equal(counts.reduce((sum, count) => sum + count), all);
  assert.match(await cells.first().getAttribute('aria-label'), /^Q1 2014/);
  assert.ok((await drawn()) < 4000, `${await drawn()} elements of cells`);
  assert.equal(await page.locator('.moving .event').count(), 0);
  assert.equal(await page.locator('#timeline .still').isVisible(), false);
  await checkAccessible(page, 'cells');
  await photograph(page, 'report-many.png');
  const filtered = await timed(page, [['q', 'maison 7'], ['q', ''], ['q', 'phrase 12'], ['q', '']]);
  const brushed = await timed(page, [['from', 400], ['from', 1900], ['to', 2600], ['from', 2300], ['to', 2400]]);
  console.log(`${all} events: filtered in ${filtered.join(', ')} ms, brushed in ${brushed.join(', ')} ms`);
  const marks = await page.locator('.moving .event').count();
  assert.equal(marks, await shownRows(page), 'a mark for each event that is left');
  assert.ok((await drawn()) < 4 * marks + 400, `${await drawn()} elements of ${marks} marks`);
  await page.click('#reset');
  assert.equal(await cells.count(), counts.length);
  // A cell opens by mouse and by keys; what it opens can be chosen, and its link comes back.
  await page.keyboard.press('Tab');
  await cells.first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  assert.equal(await cells.count(), 0);
  const opened = await page.locator('.moving .event').count();
  assert.ok(opened > 20 && opened < 100, `${opened} events of a quarter`);
  assert.match(page.url(), /from=2014-04-01&to=2014-06-30/);
  await page.locator('.moving .event').nth(3).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('#panel').isVisible());
  const hash = new URL(page.url()).hash;
  const title = await page.textContent('#panel-title');
  await checkAccessible(page, 'marks');
  await photograph(page, 'report-many-opened.png');
  assert.deepEqual(complaints, []);
  await close();
  const again = await open(browser, path, {}, hash);
  assert.equal(await again.page.textContent('#panel-title'), title);
  assert.equal(await again.page.locator('.moving .event').count(), opened);
  await again.page.emulateMedia({ media: 'print' });
  assert.ok(await again.page.locator('#timeline .still').isVisible());
  assert.equal(await again.page.locator('.moving').isVisible(), false);
  await again.close();
  const still = await open(browser, path, { javaScriptEnabled: false });
  assert.ok(await still.page.locator('#timeline .still svg').isVisible());
  assert.ok((await still.page.locator('#timeline .badges *').count()) > 100, 'no counts without JavaScript');
  await still.close();
}

async function checkHostile(browser) {
  const path = join(folder, 'hostile.html');
  run('draw', 'timeline', hostile, '-T', 'html', '-o', path, '--title', "</title><script>alert(1)</script>");
  const { page, complaints, close } = await open(browser, path);
  assert.equal(await page.title(), '</title><script>alert(1)</script>');
  assert.equal(await page.locator('script').count(), 2);
  assert.equal(await page.locator('[onerror], [onload], a[href^="javascript" i], iframe, object, img').count(), 0);
  for (const link of await page.locator('#rows a').all()) {
    await link.evaluate((element) => element.click());
    for (const href of await page.locator('#panel a').evaluateAll((all) => all.map((one) => one.href))) {
      assert.match(href, /^https?:/);
    }
  }
  assert.deepEqual(complaints, []);
  await close();
}

try {
  run('build', articles, '-o', folder);
  const path = join(folder, 'report.html');
  const parts = readFileSync(path, 'utf8');
  const own = parts.match(/<style>[^]*?<\/style>|<script>[^]*?<\/script>/g).join('').length;
  assert.ok(own < 300000, `${own} bytes before data`);
  await withBrowser(async (browser) => {
    for (const [name, scene] of Object.entries(scenes)) {
      await scene(browser, path);
      console.log(`good: ${name}`);
    }
    await checkMany(browser);
    await checkHostile(browser);
  });
  console.log(`report.html of ${statSync(path).size} bytes, ${own} of them script and style`);
} finally {
  rmSync(folder, { recursive: true });
}
