import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A page of WebKit over WebDriver, which is all that its port for Linux speaks. */
export interface WebKit {
  goto: (address: string) => Promise<void>;
  /** Runs in the page, under its policy; what is given and comes back is JSON. */
  evaluate: <T, A>(act: (given: A) => T | Promise<T>, given?: A) => Promise<T>;
  close: () => Promise<void>;
}

const TIMEOUT_MS = 20_000;

/** @throws when driver or display do not start, and whatever the driver calls an error. */
export async function launchWebKit(driver: string, xvfb: string, port: number): Promise<WebKit> {
  const { screen, display } = await startDisplay(xvfb);
  const env = { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1', NO_AT_BRIDGE: '1' };
  const server = spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' });

  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const init = { method, body: body === undefined ? undefined : JSON.stringify(body) };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`WebKit, ${path}: ${JSON.stringify(value)}`);
    return value;
  }

  const { sessionId } = (await patiently(() => call('POST', '/session', { capabilities: {} }))) as {
    sessionId: string;
  };
  const session = `/session/${sessionId}`;
  await call('POST', `${session}/timeouts`, { script: TIMEOUT_MS });
  return {
    goto: async (url) => void (await call('POST', `${session}/url`, { url })),
    evaluate: async <T, A>(act: (given: A) => T | Promise<T>, given?: A) => {
      const script = `const [given, done] = arguments;
        (async () => ({ value: await (${act.toString()})(given) }))().catch((error) => ({ error: String(error) })).then(done);`;
      const answer = await call('POST', `${session}/execute/async`, { script, args: [given ?? null] });
      const { value, error } = answer as { value: T; error?: string };
      if (error !== undefined) throw new Error(error);
      return value;
    },
    close: async () => {
      await call('DELETE', session);
      server.kill();
      screen.kill();
    },
  };
}

/** A display that nobody sees: this port of WebKit has no headless mode. */
async function startDisplay(xvfb: string): Promise<{ screen: ChildProcess; display: string }> {
  const screen = spawn(xvfb, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = (await once(createInterface(screen.stdout), 'line')) as [string];
  return { screen, display: `:${number}` };
}

/** The driver takes a moment before it listens. */
async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let left = 50; ; left--) {
    try {
      return await act();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}
