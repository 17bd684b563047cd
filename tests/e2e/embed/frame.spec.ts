import type { FrameLocator, Page } from '@playwright/test';
import type { View } from '../../../src/core/view/view';
import { expect, expectAccessible, test } from '../watch';
import { fragmentOf, type Host, page, sample, SITE, startHost, STRICT } from './hosts';
import { FRAMING, iframe, SCRIPTS } from './pages';

let host: Host;
let other: Host;
const UNNAMED = `${iframe('/embed')}<script type="module" src="/client.js"></script>`;

test.beforeAll(async () => {
  host = await startHost({
    ...SCRIPTS,
    ...FRAMING,
    '/unnamed': page(`${UNNAMED}<iframe name="written" srcdoc='${UNNAMED}'></iframe>`, STRICT),
    '/rtl': page(
      `<div dir="rtl">${iframe('/embed')}</div><script type="module" src="/client.js"></script>`,
      STRICT,
    ),
    '/isolated': {
      ...FRAMING['/client'],
      headers: {
        'Cross-Origin-Embedder-Policy': 'require-corp',
        'Cross-Origin-Opener-Policy': 'same-origin',
      },
    },
    '/elsewhere': page('<h1>Another page</h1>'),
    '/meddler.js': {
      body: `parent.frames[0].postMessage({ protocol: 'participant-timeline', version: 1, type: 'ping', id: 'meddler' }, '*');`,
    },
    '/meddler': page('<script src="/meddler.js"></script>'),
    '/opaque': page(`<iframe sandbox="allow-scripts" src="/opaque-inner" width="900" height="300"></iframe>`),
    '/opaque-inner': page(
      `${iframe('/embed?parentOrigin=null')}<script type="module">window.heard = []; addEventListener('message', ({ data }) => window.heard.push(data)); frames[0].postMessage({ protocol: 'participant-timeline', version: 1, type: 'ping', id: 'opaque' }, '*');</script>`,
    ),
  });
  other = await startHost({
    ...SCRIPTS,
    '/posing': page(
      `${iframe(`/embed?parentOrigin=${encodeURIComponent(host.origin)}`)}<script type="module" src="/by-hand.js"></script>`,
    ),
    '/any': page(`${iframe('/embed?parentOrigin=*')}<script type="module" src="/by-hand.js"></script>`),
  });
});

test.afterAll(() => Promise.all([host.close(), other.close()]));

const timelineIn = (hostPage: Page) =>
  hostPage.frameLocator('iframe').getByRole('region', { name: 'Timeline', exact: true });

async function openWithClient(hostPage: Page): Promise<string> {
  const text = await sample();
  await hostPage.goto(`${host.origin}/client`);
  await hostPage.waitForFunction(() => window.connected !== undefined);
  return text;
}

test('a dashboard on another origin loads, steers and hears a timeline', async ({ page: host }) => {
  const text = await openWithClient(host);
  const loaded = await host.evaluate((text) => window.connected.load(text), text);
  expect(loaded).toMatchObject({ lanes: 6, live: false, end: expect.any(Number) });
  await expect(timelineIn(host).getByRole('row', { name: /^Jonas Weber/ })).toBeVisible();

  // As high as what it shows, so that nothing scrolls.
  const needed = await host
    .frameLocator('iframe')
    .locator('html')
    .evaluate((root) => root.scrollHeight);
  await expect.poll(() => host.locator('iframe').evaluate((frame) => frame.clientHeight)).toBe(needed);
  expect(needed).toBeGreaterThan(300);

  const range = { start: loaded.start + 60_000, end: loaded.start + 120_000 };
  const view = await host.evaluate((range) => window.connected.setView({ range, clock: 'elapsed' }), range);
  expect(view).toMatchObject({ range, clock: 'elapsed' });
  await expect(timelineIn(host).getByText('Time since start').first()).toBeVisible();

  await host.evaluate(async () => {
    await window.connected.setTheme('dark');
    await window.connected.setTimeZone('Asia/Tokyo');
  });
  await expect(host.frameLocator('iframe').locator('.pt-root')).toHaveCSS('color-scheme', 'dark');

  await host.evaluate(() => {
    window.heard = [];
    for (const type of ['viewChange', 'select'] as const) {
      window.connected.on(type, (payload) => window.heard.push({ type, payload, origin: '' }));
    }
  });
  await timelineIn(host).getByRole('button', { name: 'Zoom out' }).click();
  const heard = (type: string) =>
    host.evaluate((type) => window.heard.find((news) => news.type === type)?.payload, type);
  await expect.poll(() => heard('viewChange')).toMatchObject({ clock: 'elapsed' });
  const { range: wider } = (await heard('viewChange')) as View;
  expect(wider?.start).toBeLessThan(range.start);
  expect(wider?.end).toBeGreaterThan(range.end);
  await timelineIn(host)
    .getByRole('row', { name: /^Jonas Weber/ })
    .getByRole('gridcell')
    .first()
    .press('Enter');
  await expect.poll(() => heard('select')).toMatchObject({ kind: 'segment', lane: { label: 'Jonas Weber' } });

  const pictures = await host.evaluate(async () => {
    const { text } = await window.connected.export({ format: 'svg', width: 700 });
    const { blob } = await window.connected.export({ format: 'png' });
    return { text, type: blob.type, size: blob.size };
  });
  expect(pictures).toMatchObject({
    text: expect.stringMatching(/^<svg[^>]* width="700".*Asia\/Tokyo/s),
    type: 'image/png',
  });
  expect(pictures.size).toBeGreaterThan(10_000);
  await expectAccessible(host);

  // Who comes to a frame that has said all gives it its height, too.
  const height = () => host.locator('iframe').evaluate((frame) => frame.clientHeight);
  await host.evaluate(() => window.connected.disconnect());
  expect(await height()).toBe(300);
  await host.evaluate(() => {
    const frame = document.querySelector('iframe');
    if (frame) window.connected = window.connectTimelineFrame(frame);
  });
  await expect.poll(height).toBe(needed);
});

test('a frame with many rows is as high as they need at once, not by and by', async ({ page: host }) => {
  await openWithClient(host);
  const heights = await host.evaluate(async () => {
    const [start, end] = ['2026-11-19T09:00:00.000Z', '2026-11-19T09:05:00.000Z'];
    const participants = Array.from({ length: 60 }, (_, place) => ({
      id: `agent-${place}`,
      purpose: 'agent',
      calls: [{ id: `call-${place}`, state: 'disconnected', connectedTime: start, disconnectedTime: end }],
    }));
    await window.connected.load({ id: 'conference', participants: participants.slice(0, 2) });
    const told: number[] = [];
    window.connected.on('resize', ({ height }) => told.push(height));
    await window.connected.load({ id: 'conference', participants });
    await new Promise((done) => setTimeout(done, 1000));
    return told;
  });
  // Perhaps that of the two rows, and then that of all.
  expect(heights.length).toBeLessThanOrEqual(2);
  expect(heights.at(-1)).toBeGreaterThan(720);
  const inside = host.frameLocator('iframe').locator('html');
  expect(await inside.evaluate((html) => [html.scrollHeight, html.clientHeight])).toEqual([
    heights.at(-1),
    heights.at(-1),
  ]);
});

test('a frame that is loaded anew goes on where it was', async ({ page: host }) => {
  const text = await openWithClient(host);
  const { start } = await host.evaluate((text) => window.connected.load(text), text);
  const range = { start: start + 60_000, end: start + 120_000 };
  await host.evaluate(async (range) => {
    await window.connected.setTheme('dark');
    await window.connected.setView({ range });
  }, range);
  const again = await host.evaluate(async () => {
    const news = new Promise<{ id: string }>((done) => window.connected.on('loaded', done));
    const iframe = document.querySelector('iframe');
    if (iframe) iframe.src += ''; // as `reload()` does, which another origin may not call
    // Asked of a page that is about to go, answered by the one that comes.
    const asked = window.connected.ping();
    return { loaded: await news, asked: await asked };
  });
  expect(again.asked).toMatchObject({ versions: [1] });
  await expect(timelineIn(host).getByRole('row', { name: /^Jonas Weber/ })).toBeVisible();
  await expect(host.frameLocator('iframe').locator('.pt-root')).toHaveCSS('color-scheme', 'dark');
  // It shows what it showed: from there it zooms out.
  await host.evaluate(() => {
    window.heard = [];
    window.connected.on('viewChange', (payload) =>
      window.heard.push({ type: 'viewChange', payload, origin: '' }),
    );
  });
  await timelineIn(host).getByRole('button', { name: 'Zoom out' }).click();
  const middle = () =>
    host.evaluate(() => {
      const { range } = (window.heard[0]?.payload ?? {}) as View;
      return range ? Math.round((range.start + range.end) / 2) : undefined;
    });
  await expect.poll(middle).toBe((range.start + range.end) / 2);
});

test('a frame whose address names no page is told by the client', async ({ page: hostPage }) => {
  await hostPage.goto(`${host.origin}/unnamed`);
  const text = await sample();
  await hostPage.waitForFunction(() => window.connected !== undefined);
  expect(await hostPage.evaluate((text) => window.connected.load(text), text)).toMatchObject({ lanes: 6 });

  // Also one in a page that this one wrote, as notebooks do: its address has no origin, but it has.
  const written = hostPage.frame('written');
  await written?.waitForFunction(() => window.connected !== undefined);
  expect(await written?.evaluate((text) => window.connected.load(text), text)).toMatchObject({ lanes: 6 });
});

test('a frame runs from right to left where its host does', async ({ page: hostPage }) => {
  await openWithClient(hostPage);
  const html = hostPage.frameLocator('iframe').locator('html');
  await expect(html).toHaveCSS('direction', 'ltr');
  const text = await sample();
  await hostPage.goto(`${host.origin}/rtl`);
  await hostPage.waitForFunction(() => window.connected !== undefined);
  await hostPage.evaluate((text) => window.connected.load(text), text);
  await expect(html).toHaveCSS('direction', 'rtl');
  const row = timelineIn(hostPage).getByRole('row', { name: /^Jonas Weber/ });
  const [name, bars] = await Promise.all([
    row.getByRole('rowheader').boundingBox(),
    row.getByRole('gridcell').boundingBox(),
  ]);
  expect(name?.x).toBeGreaterThan((bars?.x ?? Number.NaN) + (bars?.width ?? 0) - 1);
});

test('a page that is isolated from all others may frame it', async ({ page: hostPage }) => {
  await hostPage.goto(`${host.origin}/isolated`);
  const text = await sample();
  await hostPage.waitForFunction(() => window.connected !== undefined);
  expect(await hostPage.evaluate((text) => window.connected.load(text), text)).toMatchObject({ lanes: 6 });
  expect(await hostPage.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('every request is answered once, whatever it is', async ({ page: hostPage }) => {
  await hostPage.goto(`${host.origin}/by-hand`);
  await expect.poll(() => hostPage.evaluate(() => window.heard[0]?.type)).toBe('ready');
  const text = await sample();
  await hostPage.evaluate((text) => {
    const { say } = window;
    say({ type: 'ping', id: 'ping' });
    say({ type: 'export', id: 'early', payload: { format: 'svg' } });
    say({ version: 2, type: 'ping', id: 'version' });
    say({ version: '1', type: 'ping', id: 'text version' });
    say({ type: 'constructor', id: 'type' });
    say({ type: 'loaded', id: 'news' });
    say({ type: 'setTheme', id: 'theme', payload: 'javascript:alert(1)' });
    say({ type: 'setTheme', id: 'good theme', payload: 'light' });
    say({ type: 'setTimeZone', id: 'zone', payload: { timeZone: 'Mars/Olympus' } });
    say({ type: 'setLocale', id: 'locale', payload: 'not a tag' });
    say({ type: 'setView', id: 'view', payload: 7 });
    say({ type: 'load', id: 'nothing' });
    say({ type: 'load', id: 'nonsense', payload: { conversation: '{"hello": "world"}' } });
    say({ type: 'load', id: 'twice', payload: text });
    say({ type: 'load', id: 'twice', payload: { conversation: text, view: { clock: 'elapsed' } } });
    say({
      type: 'setView',
      id: 'hostile view',
      payload: {
        range: { start: NaN, end: '1' },
        folded: [{}, 3],
        moved: [null],
        highlighted: ['__proto__'],
        filter: {},
      },
    });
    say({ type: 'export', id: 'svg', payload: { format: 'svg', width: -1, scale: Infinity } });
    say({ protocol: 'something else', type: 'ping', id: 'chatter' });
    const iframe = document.querySelector('iframe');
    for (const chatter of [null, 7, 'webpackOk', [], { type: 'ping', id: 'chatter' }]) {
      iframe?.contentWindow?.postMessage(chatter, '*');
    }
    say({ type: 'ping', id: 'last' });
  }, text);
  const answers = () =>
    hostPage.evaluate(() =>
      window.heard
        .filter(({ id }) => id !== undefined)
        .map(({ id, type, payload }) => {
          const code = type === 'error' ? (payload as { code: string }).code : undefined;
          return `${id}: ${code ?? type}`;
        })
        .toSorted(),
    );
  await expect
    .poll(answers)
    .toEqual(
      [
        'ping: ready',
        'early: not-loaded',
        'version: unsupported-version',
        'text version: unsupported-version',
        'type: unknown-type',
        'news: unknown-type',
        'theme: invalid-payload',
        'good theme: result',
        'zone: invalid-payload',
        'locale: invalid-payload',
        'view: invalid-payload',
        'nothing: invalid-payload',
        'nonsense: no-conversation',
        'twice: loaded',
        'twice: loaded',
        'hostile view: viewChange',
        'svg: result',
        'last: ready',
      ].toSorted(),
    );
  // And no second time, now that all is done.
  await hostPage.evaluate(() => window.say({ type: 'ping', id: 'after' }));
  await expect.poll(answers).toContain('after: ready');
  expect(await answers()).toHaveLength(19);
  expect(await hostPage.evaluate(() => new Set(window.heard.map(({ origin }) => origin)).size)).toBe(1);
});

test('more than it reads is refused, and it goes on', async ({ page: hostPage }) => {
  await hostPage.goto(`${host.origin}/by-hand`);
  await expect.poll(() => hostPage.evaluate(() => window.heard[0]?.type)).toBe('ready');
  const text = await sample();
  await hostPage.evaluate((text) => {
    window.say({ type: 'load', id: 'huge', payload: ' '.repeat(70_000_000) });
    window.say({ type: 'load', id: 'many', payload: Array.from({ length: 4_100_000 }, () => 0) });
    window.say({ type: 'load', id: 'usual', payload: text });
  }, text);
  const answers = () =>
    hostPage.evaluate(() =>
      window.heard
        .filter(({ id }) => id !== undefined)
        .map(({ id, type, payload }) => [id, type === 'error' ? (payload as { code: string }).code : type]),
    );
  await expect.poll(answers, { timeout: 30_000 }).toEqual([
    ['huge', 'too-large'],
    ['many', 'too-large'],
    ['usual', 'loaded'],
  ]);
});

/** The frame has had its turn when it has painted twice. */
async function turnOf(frame: FrameLocator): Promise<void> {
  await frame
    .locator('html')
    .evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

test('a page that poses as another gets nothing', async ({ page: hostPage, complaints }) => {
  await hostPage.goto(`${other.origin}/posing`);
  const frame = hostPage.frameLocator('iframe');
  await expect(frame.getByText(`Waiting for a conversation from ${host.origin}.`)).toBeVisible();
  await hostPage.locator('iframe').evaluate((iframe) => iframe.setAttribute('width', '120'));
  await expect
    .poll(() => frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth))
    .toBe(0);
  const text = await sample();
  await hostPage.evaluate((text) => {
    window.say({ type: 'ping', id: 1 });
    window.say({ type: 'load', id: 2, payload: text });
  }, text);
  await turnOf(frame);
  expect(await hostPage.evaluate(() => window.heard)).toEqual([]);
  await expect(frame.getByText('Waiting for a conversation')).toBeVisible();
  // What the frame sent to the page it trusts was stopped by the browser, which says so.
  expect(complaints.filter((text) => !text.includes('postMessage'))).toEqual([]);
  complaints.length = 0;
});

test('“*” and “null” are nobody', async ({ page: hostPage, complaints }) => {
  await hostPage.goto(`${other.origin}/any`);
  const frame = hostPage.frameLocator('iframe');
  await expect(frame.getByText('something that is no origin')).toBeVisible();
  await hostPage.evaluate(() => window.say({ type: 'ping', id: 1 }));
  await turnOf(frame);
  expect(await hostPage.evaluate(() => window.heard)).toEqual([]);
  await hostPage.goto(`${host.origin}/opaque`);
  // A browser does not even let a page without an origin frame it; one that would gets the same refusal.
  await expect.poll(() => complaints.filter((text) => text.includes('frame-ancestors')).length).toBe(1);
  const opaque = hostPage.frames().find((frame) => frame.url().endsWith('/opaque-inner'));
  expect(await opaque?.evaluate(() => window.heard)).toEqual([]);
  complaints.length = 0;
});

test('a frame beside it, though of the same origin as its parent, is not its parent', async ({
  page: hostPage,
}) => {
  await hostPage.goto(`${host.origin}/by-hand`);
  await expect.poll(() => hostPage.evaluate(() => window.heard[0]?.type)).toBe('ready');
  await hostPage.evaluate(
    () =>
      new Promise<void>((done) => {
        const meddler = document.createElement('iframe');
        meddler.addEventListener('load', () => done());
        meddler.src = '/meddler';
        document.body.append(meddler);
      }),
  );
  await hostPage.evaluate(() => window.say({ type: 'ping', id: 'parent' }));
  await expect
    .poll(() => hostPage.evaluate(() => window.heard.flatMap(({ id }) => id ?? [])))
    .toEqual(['parent']);
});

test('a frame that shows another page is missed, with a reason', async ({ page: hostPage, complaints }) => {
  await openWithClient(hostPage);
  const code = await hostPage.evaluate(async (elsewhere) => {
    const { connectTimelineFrame } = window;
    const [iframe] = document.getElementsByTagName('iframe');
    if (!iframe) return [];
    const frame = connectTimelineFrame(iframe, { timeout: 1000 });
    await frame.ready;
    const told = new Promise((done) => frame.on('error', ({ code }: { code: string }) => done(code)));
    iframe.src = elsewhere;
    const code = await told;
    const asked = await frame.ping().catch((error: { code: string }) => error.code);
    frame.disconnect();
    const later = await frame.ping().catch((error: { code: string }) => error.code);
    return [code, asked, later];
  }, `${host.origin}/elsewhere`);
  expect(code).toEqual(['no-answer', 'no-answer', 'disconnected']);
  complaints.length = 0; // the browser reports messages that reached nobody
});

test('a host that takes the frame away while it loads is told, and nothing stays', async ({
  page: hostPage,
  complaints,
}) => {
  const text = await openWithClient(hostPage);
  const code = await hostPage.evaluate(async (text) => {
    const { connectTimelineFrame } = window;
    const first = document.querySelector('iframe');
    const src = first?.src ?? '';
    window.connected.disconnect();
    first?.remove();
    const iframe = document.createElement('iframe');
    iframe.src = src;
    document.body.append(iframe);
    const frame = connectTimelineFrame(iframe, { timeout: 700 });
    const loading = frame.load(text).catch((error: { code: string }) => error.code);
    iframe.remove();
    const code = await loading;
    frame.disconnect();
    return code;
  }, text);
  expect(code).toBe('detached');
  complaints.length = 0;
});

test('12 frames that come and go leave no listener, node or document', async ({ page: hostPage }) => {
  const text = await openWithClient(hostPage);
  const devtools = await hostPage.context().newCDPSession(hostPage);
  const round = (rounds: number) =>
    hostPage.evaluate(
      async ([text, rounds]) => {
        const { connectTimelineFrame } = window;
        const first = document.querySelector('iframe');
        const src = first?.src ?? '';
        window.connected.disconnect();
        first?.remove();
        for (let at = 0; at < rounds; at++) {
          const iframe = document.createElement('iframe');
          iframe.src = src;
          document.body.append(iframe);
          const frame = connectTimelineFrame(iframe);
          await frame.load(text);
          frame.disconnect();
          iframe.remove();
        }
        const again = document.createElement('iframe');
        again.src = src;
        document.body.append(again);
        window.connected = connectTimelineFrame(again);
        await window.connected.ready;
      },
      [text, rounds] as const,
    );
  const counted = async () => {
    for (let at = 0; at < 3; at++) await devtools.send('HeapProfiler.collectGarbage');
    return devtools.send('Memory.getDOMCounters');
  };
  await round(2);
  const before = await counted();
  await round(12);
  const after = await counted();
  expect(after.documents).toBeLessThanOrEqual(before.documents + 2);
  expect(after.jsEventListeners).toBeLessThanOrEqual(before.jsEventListeners * 1.1);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes * 1.1);
});

test('an address alone shows what it holds', async ({ page }) => {
  await page.goto(`/embed?theme=dark&timeZone=Asia/Tokyo&toolbar=false${await fragmentOf(await sample())}`);
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true });
  await expect(timeline.getByRole('row', { name: /^Jonas Weber/ })).toBeVisible();
  await expect(timeline.getByRole('switch')).toHaveCount(0);
  await expect(timeline.getByText('GMT+9')).toBeVisible();
  await expect(page.locator('.pt-root')).toHaveCSS('color-scheme', 'dark');

  await page.goto(`/embed#data1=${'A'.repeat(1_000_001)}`);
  await expect(page.getByText('holds more than 1,000,000 characters')).toBeVisible();
  await page.goto('/embed#data1=AAAA');
  await expect(page.getByText('cut off or changed')).toBeVisible();
  await page.goto(`/embed${await fragmentOf('{"name": "x",\n  "id" "a"}')}`);
  await expect(page.getByText(/^Expected a colon.*, line 2, column 8\.$/)).toBeVisible();
  // Cut off in its second participant: the first is drawn, and what is lost is said.
  await page.goto(
    `/embed${await fragmentOf('[{"id": "c", "participants": [{"id": "a", "name": "Ada", "calls": [{"id": "l", "connectedTime": "2026-01-01T10:00:00Z"}]},\n {"id": ')}`,
  );
  await expect(timeline.getByRole('row', { name: /^Ada/ })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /, line 2, column \d+\.$/ })).toBeVisible();
  await page.goto('/embed');
  await expect(page.getByText('Its address has neither')).toBeVisible();
});

test('an address alone is enough in a frame that its host gave no origin', async ({ page: hostPage }) => {
  await hostPage.goto(`${host.origin}/elsewhere`);
  const address = `${SITE}/embed?timeZone=UTC${await fragmentOf(await sample())}`;
  await hostPage.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.title = 'Timeline';
    frame.src = address;
    document.body.append(frame);
  }, address);
  const frame = hostPage.frameLocator('iframe');
  await expect(frame.getByRole('row', { name: /^Jonas Weber/ })).toBeVisible();
});

test('a frame in which no script may run says what its sandbox lacks', async ({ page: hostPage }) => {
  hostPage.removeAllListeners('console'); // the browser writes down each script that it does not run
  await hostPage.goto(`${host.origin}/elsewhere`);
  // As Grafana writes those of a text panel.
  await hostPage.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', '');
    frame.src = address;
    document.body.append(frame);
  }, `${SITE}/embed`);
  const said = hostPage.frameLocator('iframe').locator('noscript');
  await expect(said).toBeVisible();
  expect(await said.innerText()).toContain('needs allow-scripts');
});

test('what its host sends goes before what its address holds', async ({ page: hostPage }) => {
  await hostPage.goto(`${host.origin}/by-hand`);
  await hostPage.waitForFunction(() => window.heard.some(({ type }) => type === 'ready'));
  const text = await sample();
  await hostPage.evaluate((text) => {
    let asked = 0;
    addEventListener('message', ({ data }) => {
      if (data.type === 'ready') window.say({ type: 'load', id: `load ${(asked += 1)}`, payload: text });
    });
  }, text);
  const others = await fragmentOf(
    '{"id": "c", "participants": [{"id": "a", "name": "Ada", "state": "none"}]}',
  );
  for (const [index, fragment] of [others, '#data1=AAAA'].entries()) {
    await hostPage.evaluate(
      ([at, fragment]) => {
        const frame = document.querySelector('iframe');
        if (frame) frame.src = `${frame.src.split('#')[0]}&anew=${at}${fragment}`;
      },
      [index, fragment] as const,
    );
    const answers = () =>
      hostPage.evaluate((id) => window.heard.filter((one) => one.id === id), `load ${index + 1}`);
    await expect.poll(async () => (await answers()).map(({ type }) => type)).toEqual(['loaded']);
    await expect(timelineIn(hostPage).getByRole('row', { name: /^Jonas Weber/ })).toBeVisible();
  }
});

test('a frame that is hidden at first takes its height for nobody’s answer', async ({ page: hostPage }) => {
  await hostPage.goto(`${host.origin}/by-hand`);
  await hostPage.waitForFunction(() => window.heard.some(({ type }) => type === 'ready'));
  const started = () =>
    hostPage.evaluate(() => window.heard.filter(({ type, id }) => type === 'ready' && !id).length);
  await hostPage.evaluate(() => {
    const frame = document.querySelector('iframe');
    if (frame) frame.style.display = 'none';
    if (frame) document.body.append(frame); // where it is, it begins anew
  });
  await expect.poll(started).toBe(2);
  await hostPage.evaluate(
    (text) => {
      window.say({ type: 'ping' });
      window.say({ type: 'load', payload: text });
    },
    await sample(),
  );
  await hostPage.evaluate(() => {
    window.heard = [];
    document.querySelector('iframe')?.style.removeProperty('display');
  });
  await expect.poll(() => hostPage.evaluate(() => window.heard.at(-1)?.type)).toBe('resize');
  await expect(timelineIn(hostPage).getByRole('row', { name: /^Jonas Weber/ })).toBeVisible();
  await expect(hostPage.frameLocator('iframe').locator('html')).not.toHaveAttribute('data-followed');
});

test('a frame that is hidden and seen again, as in tabs, is as high as it was at once', async ({
  page: hostPage,
}) => {
  const text = await openWithClient(hostPage);
  await hostPage.evaluate((text) => window.connected.load(text), text);
  const height = () => hostPage.evaluate(() => document.querySelector('iframe')?.clientHeight);
  await expect.poll(height).toBeGreaterThan(310);
  const before = await height();
  const again = await hostPage.evaluate(async () => {
    const frame = document.querySelector('iframe');
    if (frame) frame.hidden = true;
    const told: number[] = [];
    window.connected.on('resize', ({ height }) => told.push(height));
    // Behind the answer to the first comes how high it is, and the second behind that.
    await window.connected.ping();
    await window.connected.ping();
    if (frame) frame.hidden = false;
    return { told, height: frame?.clientHeight };
  });
  expect(again).toEqual({ told: [], height: before });
});

test('works where no storage is, and asks for none', async ({ page: hostPage }) => {
  await hostPage.addInitScript(() => {
    const refuse = () => {
      Reflect.set(globalThis, 'asked', true);
      throw new DOMException('denied', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(globalThis, name, { get: refuse });
    }
    Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
  });
  const text = await openWithClient(hostPage);
  expect(await hostPage.evaluate((text) => window.connected.load(text), text)).toMatchObject({ lanes: 6 });
  const frame = hostPage.frameLocator('iframe').locator('html');
  expect(await frame.evaluate(() => Reflect.get(globalThis, 'asked'))).toBeUndefined();
});
