// A page of the machine's Chromium that reaches nothing but files and tells of all that goes wrong. Exit 77, a skip,
// where Chromium or playwright-core is missing.

import { accessSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export function skip(why) {
  console.log(`skipped: ${why}; scripts/setup --test installs it`);
  process.exit(77);
}

export function resolve(name) {
  try {
    return require.resolve(name);
  } catch {
    return skip(`no npm package ${name}`);
  }
}

function executable() {
  const found = places.find((place) => {
    try {
      accessSync(place ?? '');
      return true;
    } catch {
      return false;
    }
  });
  return found ?? skip('no Chromium');
}

// Calls `use` with a browser, and ends it.
export async function withBrowser(use) {
  const { chromium } = require(resolve('playwright-core'));
  const browser = await chromium.launch({ executablePath: executable(), args: ['--no-sandbox'] });
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}

// A page, and what it complained of: errors, console errors, dialogs, requests that would leave.
export async function openPage(browser, options = {}) {
  const context = await browser.newContext({ ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await context.route((url) => !['file:', 'data:', 'blob:', 'about:'].includes(url.protocol), (route) => {
    complaints.push(`request: ${route.request().url()}`);
    route.abort();
  });
  return { page, complaints };
}
