import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentType, Suspense } from 'react';
import { expect, test, vi } from 'vitest';
import { lazy } from '../../src/app/parts/lazy';
import { CrashBoundary } from '../../src/app/shell/CrashBoundary';

test('what went wrong with a page is over with the next one', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const Broken = () => {
    throw new Error('broken');
  };
  const at = (path: string) => (
    <CrashBoundary of={path}>{path === '/a' ? <Broken /> : <p>{path}</p>}</CrashBoundary>
  );
  const view = render(at('/a'));
  expect(screen.getByRole('heading', { name: 'Something went wrong on this page' })).toBeVisible();
  expect(document.title).toMatch(/^Something went wrong/);
  expect(screen.getByRole('main')).toHaveFocus();
  // Said to who does not see it, and reached by the link past the navigation.
  expect(screen.getByRole('alert')).toHaveTextContent('Something went wrong');
  expect(screen.getByRole('main')).toHaveAttribute('tabindex', '-1');
  view.rerender(at('/b'));
  expect(await screen.findByText('/b')).toBeVisible();
  view.rerender(at('/a'));
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('what could not be loaded is there after another try', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  let online = false;
  const load = vi.fn<() => Promise<{ default: ComponentType }>>(() =>
    online
      ? Promise.resolve({ default: () => <p>the part</p> })
      : Promise.reject(new TypeError('no network')),
  );
  const Part = lazy(load);
  render(
    <CrashBoundary part>
      <Suspense fallback="loading">
        <Part />
      </Suspense>
    </CrashBoundary>,
  );
  const again = await screen.findByRole('button', { name: 'Try again' });
  expect(load).toHaveBeenCalledOnce();
  await userEvent.click(again);
  // Still no network: it says so once more, and asks no more often than one tries.
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(load).toHaveBeenCalledTimes(3);
  online = true;
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('the part')).toBeVisible();
  expect(load).toHaveBeenCalledTimes(4);
});

test('what could not be loaded is asked for once more by who comes back to it', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const load = vi
    .fn<() => Promise<{ default: ComponentType }>>()
    .mockRejectedValueOnce(new TypeError('no network'))
    .mockResolvedValue({ default: () => <p>the page</p> });
  const Page = lazy(load);
  const at = (path: string) => (
    <CrashBoundary of={path}>
      <Suspense fallback="loading">{path === '/a' ? <Page /> : <p>{path}</p>}</Suspense>
    </CrashBoundary>
  );
  const view = render(at('/a'));
  expect(await screen.findByRole('alert')).toBeVisible();
  view.rerender(at('/b'));
  view.rerender(at('/a'));
  expect(await screen.findByText('the page')).toBeVisible();
});
