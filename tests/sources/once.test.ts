import { expect, test, vi } from 'vitest';
import { once } from '../../src/sources/once';

test('what is asked for by many is fetched once', async () => {
  const fetched = vi.fn<() => Promise<string>>(() => Promise.resolve('it'));
  const get = once(fetched);
  expect(await Promise.all([get(), get()])).toEqual(['it', 'it']);
  expect(await get()).toBe('it');
  expect(fetched).toHaveBeenCalledOnce();
});

test('what could not be fetched is fetched once more', async () => {
  const fetched = vi.fn<() => Promise<string>>(() => Promise.resolve('it'));
  fetched.mockRejectedValueOnce(new TypeError('no network'));
  const get = once(fetched);
  const both = await Promise.allSettled([get(), get()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await get()).toBe('it');
  expect(fetched).toHaveBeenCalledTimes(2);
});
