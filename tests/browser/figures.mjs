// Figures as Chromium draws them against the same SVG as librsvg does: a reader of either must see one figure. And
// figures whose every word is hostile: opened, they do nothing. Exit 77, a skip, where Chromium or an npm package is
// missing.
//
// usage: node figures.mjs FRISE ARTICLES HOSTILE-GRAPH [PICTURES]

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { openPage, withBrowser } from '../exports/npm/chromium.mjs';

const [frise, articles, hostile, pictures] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'frise-figures-'));
const graph = join(folder, 'graph.json');
const run = (...args) => execFileSync(frise, [...args, '-q'], { stdio: ['ignore', 'ignore', 'inherit'] });

const cases = [
  ['timeline', 'a4-landscape'],
  ['timeline', 'a4-portrait'],
  ['timeline', '16x9'],
  ['timeline', 'auto', '--theme', 'dark'],
  ['timeline', 'a4-landscape', '--axis', 'broken', '--max-events', '12'],
  ['map', 'a4-landscape'],
  ['map', 'a4-landscape', '--per', 'year'],
  ['order', 'a4-landscape'],
  ['order', 'a4-portrait'],
];

// Greys are compared in squares of 4 pixels, so that smoothing of edges does not count and anything moved by more does.
const square = 4;
const most_unlike = 0.002; // of all squares
const different = 40; // of 255

// In the page: the share of squares that differ, and what Chromium drew.
async function compare({ svg, png, width, height, square, different }) {
  const draw = async (url) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0, width, height);
    return { canvas, data: context.getImageData(0, 0, width, height).data };
  };
  const ours = await draw(svg);
  const theirs = await draw(png);
  const grey = (data, x, y) => {
    let sum = 0;
    for (let dy = 0; dy < square; ++dy) {
      for (let dx = 0; dx < square; ++dx) {
        const at = 4 * ((y + dy) * width + x + dx);
        sum += 0.2126 * data[at] + 0.7152 * data[at + 1] + 0.0722 * data[at + 2];
      }
    }
    return sum / (square * square);
  };
  let squares = 0;
  let unlike = 0;
  for (let y = 0; y + square <= height; y += square) {
    for (let x = 0; x + square <= width; x += square) {
      ++squares;
      if (Math.abs(grey(ours.data, x, y) - grey(theirs.data, x, y)) > different) ++unlike;
    }
  }
  return { share: unlike / squares, picture: ours.canvas.toDataURL('image/png') };
}

// Words that run would change the title, open a dialog, ask for a file, or be links.
async function checkHostile(browser) {
  for (const figure of [['timeline'], ['map'], ['map', '--per', 'year'], ['order']]) {
    const svg = join(folder, 'hostile.svg');
    run('draw', ...figure, hostile, '--title', "</title><script>alert(1)</script>", '-o', svg);
    const { page, complaints } = await openPage(browser);
    await page.goto(pathToFileURL(svg).href);
    const found = await page.evaluate(() => ({
      root: document.documentElement.localName,
      active: document.querySelectorAll('script, a, image, use, foreignObject, animate, set, style, parsererror').length,
      handlers: [...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames()).filter((name) => /^on|href/.test(name)),
      events: document.querySelectorAll('text').length,
      title: document.querySelector('title').textContent,
    }));
    const what = figure.join(' ');
    assert.equal(found.root, 'svg', what);
    assert.equal(found.active, 0, what);
    assert.deepEqual(found.handlers, [], what);
    assert.ok(found.events > 10, what);
    assert.equal(found.title, '</title><script>alert(1)</script>', what);
    assert.deepEqual(complaints, [], what);
    await page.context().close();
    console.log(`${what}: hostile words stay words`);
  }
}

const dataUrl = (type, path) => `data:${type};base64,${readFileSync(path).toString('base64')}`;

try {
  run('build', articles, '-o', folder);
  await withBrowser(async (browser) => {
    const { page, complaints } = await openPage(browser);
    const [svg, png] = [join(folder, 'figure.svg'), join(folder, 'figure.png')];
    const compared = async () => {
      const [, width, height] = /<svg [^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(readFileSync(svg, 'utf8'));
      const size = { width: Math.ceil(Number(width)), height: Math.ceil(Number(height)) };
      const urls = { svg: dataUrl('image/svg+xml', svg), png: dataUrl('image/png', png) };
      return page.evaluate(compare, { ...urls, ...size, square, different });
    };
    for (const [figure, name, ...options] of cases) {
      run('draw', figure, graph, '--page', name, ...options, '-o', svg);
      run('draw', figure, graph, '--page', name, ...options, '--dpi', '96', '-o', png);
      const { share, picture } = await compared();
      const title = [figure, name, ...options].join(' ');
      console.log(`${title}: ${(100 * share).toFixed(2)} % of squares differ`);
      if (pictures) {
        writeFileSync(join(pictures, `${title.replaceAll(' ', '_')}.png`), Buffer.from(picture.split(',')[1], 'base64'));
      }
      assert.ok(share < most_unlike, title);
    }
    // The comparison does find a figure that is another one: here, fewer events on the same sheet.
    run('draw', 'timeline', graph, '-o', svg);
    run('draw', 'timeline', graph, '--max-events', '12', '--dpi', '96', '-o', png);
    assert.ok((await compared()).share > most_unlike, 'another figure is told apart');
    assert.deepEqual(complaints, []);
    await checkHostile(browser);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
