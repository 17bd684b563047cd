import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { onDemand } from '../../src/timeline/on-demand';

const Hello = ({ name }: { name: string }) => <p>Hello {name}</p>;

it('is nothing until it is loaded, is loaded when it is asked for, and then at once', async () => {
  const load = vi.fn<() => Promise<typeof Hello>>(async () => Hello);
  const Part = onDemand(load);
  expect(load).not.toHaveBeenCalled();
  const shown = render(<Part name="Jonas" />);
  expect(screen.queryByText('Hello Jonas')).not.toBeInTheDocument();
  expect(await screen.findByText('Hello Jonas')).toBeInTheDocument();
  shown.unmount();
  render(<Part name="Mia" />);
  expect(screen.getByText('Hello Mia')).toBeInTheDocument();
  expect(load).toHaveBeenCalledOnce();
});

it('says that it closes where it cannot be loaded, and is tried anew', async () => {
  const load = vi.fn<() => Promise<typeof Hello>>(async () => Hello);
  load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
  const Part = onDemand(load);
  const closed = vi.fn<() => void>();
  const shown = render(<Part name="Jonas" onClose={closed} />);
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  shown.unmount();
  render(<Part name="Jonas" onClose={closed} />);
  expect(await screen.findByText('Hello Jonas')).toBeInTheDocument();
  expect(closed).toHaveBeenCalledOnce();
});

it('forgets about it when it goes before it is loaded', async () => {
  const complaints = vi.spyOn(console, 'error');
  let arrive: ((part: typeof Hello) => void) | undefined;
  const Part = onDemand(() => new Promise<typeof Hello>((resolve) => (arrive = resolve)));
  render(<Part name="Jonas" />).unmount();
  arrive?.(Hello);
  await Promise.resolve();
  expect(complaints).not.toHaveBeenCalled();
  complaints.mockRestore();
});
