/**
 * Counts in `window.alive` what outlives an element unless somebody lets go of it: listeners on the page,
 * observers, timers, workers, ports. Runs in the page, before any of its scripts.
 */
const alive = { listeners: 0, observed: 0, timers: 0, workers: 0, ports: 0 };
Object.assign(window, { alive });

/**
 * Calls `before` with the receiver and what it is given, then does what it always did.
 *
 * @param {object} owner
 * @param {string} name
 * @param {(receiver: any, given: any[]) => void} before
 */
function watch(owner, name, before) {
  Object.assign(owner, {
    [name]: new Proxy(Reflect.get(owner, name), {
      apply(method, receiver, given) {
        before(receiver, given);
        return Reflect.apply(method, receiver, given);
      },
    }),
  });
}

/** @type {WeakMap<object, Set<string>>} By listener; weak, lest the count keep what it counts. */
const listeners = new WeakMap();
/** @type {unknown[]} */
const PAGE = [window, document, document.documentElement, document.body];
/**
 * @param {unknown} receiver
 * @param {any[]} given
 */
function keyOf(receiver, [type, , options]) {
  const capture = typeof options === 'object' ? options?.capture : options;
  return `${PAGE.indexOf(receiver)} ${type} ${Boolean(capture)}`;
}

watch(EventTarget.prototype, 'addEventListener', (receiver, given) => {
  const [, listener, options] = given;
  if (!listener || !PAGE.includes(receiver) || options?.once) return;
  const keys = listeners.get(listener) ?? new Set();
  const key = keyOf(receiver, given);
  if (!keys.has(key)) alive.listeners++;
  listeners.set(listener, keys.add(key));
});
watch(EventTarget.prototype, 'removeEventListener', (receiver, given) => {
  if (PAGE.includes(receiver) && listeners.get(given[1])?.delete(keyOf(receiver, given))) alive.listeners--;
});

/** @type {WeakMap<object, Set<unknown>>} */
const observed = new WeakMap();
for (const { prototype } of [ResizeObserver, MutationObserver, IntersectionObserver]) {
  watch(prototype, 'observe', (observer, [target]) => {
    const targets = observed.get(observer) ?? new Set();
    if (!targets.has(target)) alive.observed++;
    observed.set(observer, targets.add(target));
  });
  watch(prototype, 'disconnect', (observer) => {
    alive.observed -= observed.get(observer)?.size ?? 0;
    observed.delete(observer);
  });
}

/** @type {Set<unknown>} */
const pending = new Set();
for (const kind of ['Timeout', 'Interval']) {
  /** @type {Function} */
  const start = Reflect.get(window, `set${kind}`);
  Object.assign(window, {
    /**
     * @param {Function} act
     * @param {number} after
     * @param {unknown[]} rest
     */
    [`set${kind}`](act, after, ...rest) {
      const timer = start.call(
        window,
        (/** @type {unknown[]} */ ...given) => {
          if (kind === 'Timeout') pending.delete(timer);
          alive.timers = pending.size;
          act(...given);
        },
        after,
        ...rest,
      );
      pending.add(timer);
      alive.timers = pending.size;
      return timer;
    },
  });
  watch(window, `clear${kind}`, (_, [timer]) => {
    pending.delete(timer);
    alive.timers = pending.size;
  });
}

/**
 * @param {'Worker' | 'MessageChannel'} name
 * @param {'workers' | 'ports'} count
 */
function countMade(name, count) {
  Object.assign(window, {
    [name]: new Proxy(window[name], {
      construct(made, given) {
        alive[count]++;
        return Reflect.construct(made, given);
      },
    }),
  });
}
countMade('Worker', 'workers');
countMade('MessageChannel', 'ports');
watch(Worker.prototype, 'terminate', () => {
  alive.workers--;
});
