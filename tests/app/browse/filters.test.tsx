import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { amongMany, openList } from './open';
import { BILLING } from './people';

amongMany();

function titles(): (string | null)[] {
  return within(screen.getByRole('grid'))
    .getAllByRole('link')
    .map((link) => link.textContent);
}

function listOf(name: string) {
  return screen.getByRole('list', { name });
}

async function counted(text: string): Promise<void> {
  await waitFor(() => expect(screen.getByText(text)).toBeVisible());
}

describe('the filters', () => {
  test('count what each choice would leave, and combine', async () => {
    const { user } = await openList(30);
    await waitFor(() => expect(listOf('Media')).toHaveTextContent('Voice24Chat6'));
    await user.click(screen.getByRole('checkbox', { name: /^Chat/ }));
    await counted('6 conversations');
    // The others of the same choice are counted as if they were added; those of another as they are left.
    await waitFor(() => expect(listOf('Media')).toHaveTextContent('Voice24Chat6'));
    await waitFor(() => expect(listOf('Queue')).toHaveTextContent('Billing3Walk-in desk3'));
    await user.click(screen.getByRole('checkbox', { name: /^Billing/ }));
    await counted('3 conversations');
    expect(location.search).toBe(`?v=1&media=chat&queue=${BILLING}`);
    await user.click(screen.getByRole('button', { name: 'Remove filter: Media: Chat' }));
    await counted('15 conversations');
    await user.click(screen.getByRole('button', { name: 'Clear all' }));
    await counted('30 conversations');
    expect(location.search).toBe('');
    // What was pressed is gone; where the focus is now has a name.
    expect(document.activeElement).toHaveAccessibleName('Conversations');
  });

  test('take lengths as people type them, and say what can’t be read', async () => {
    const { user } = await openList(30);
    await user.click(screen.getByText('Lengths and counts'));
    const least = screen.getByRole('textbox', { name: 'Hold, at least' });
    await user.type(least, 'long{Enter}');
    expect(screen.getByText('Not a length that can be read.')).toBeVisible();
    expect(least).toHaveAttribute('aria-invalid', 'true');
    await user.clear(least);
    await user.type(least, '20m{Enter}');
    await counted('3 conversations');
    expect(titles()).toEqual(['Customer 27', 'Customer 24', 'Customer 21']);
    expect(screen.getByRole('button', { name: /Hold at least 20:00/ })).toBeVisible();
    expect(location.search).toBe('?v=1&hold=1200000-');
  });

  test('of a length take both ends in one go, by Tab', async () => {
    const { user } = await openList(30);
    await user.click(screen.getByText('Lengths and counts'));
    const least = screen.getByRole('textbox', { name: 'Hold, at least' });
    await user.type(least, '10m');
    await user.tab();
    await user.keyboard('20m{Enter}');
    await counted('3 conversations');
    expect(titles()).toEqual(['Customer 18', 'Customer 15', 'Customer 12']);
    expect(location.search).toBe('?v=1&hold=600000-1200000');
    await user.click(screen.getByRole('button', { name: 'Clear all' }));
    await counted('30 conversations');
    expect(least).toHaveValue('');
    expect(screen.getByRole('textbox', { name: 'Hold, at most' })).toHaveValue('');
  });

  test('whose ends are crossed say so', async () => {
    const { user } = await openList(9);
    await user.click(screen.getByText('Lengths and counts'));
    await user.type(screen.getByRole('textbox', { name: 'Hold, at least' }), '10m');
    const most = screen.getByRole('textbox', { name: 'Hold, at most' });
    await user.type(most, '5m{Enter}');
    expect(most).toHaveAccessibleDescription(/nothing can be both/);
    await user.clear(most);
    await user.type(most, '20m{Enter}');
    expect(most).not.toHaveAccessibleDescription();
    const [from, to] = [screen.getByLabelText('Time, From'), screen.getByLabelText('Time, To')];
    fireEvent.change(from, { target: { value: '1970-01-02T20:00' } });
    fireEvent.keyDown(from, { key: 'Enter' });
    fireEvent.change(to, { target: { value: '1970-01-01T20:00' } });
    fireEvent.keyDown(to, { key: 'Enter' });
    await waitFor(() => expect(to).toHaveAccessibleDescription(/nothing can lie between/));
  });

  test('of a length are not rounded by looking at them', async () => {
    const { user } = await openList(30, '/?v=1&hold=600400-');
    await user.click(screen.getByRole('textbox', { name: 'Hold, at least' }));
    await user.tab();
    await user.keyboard('{Enter}');
    expect(location.search).toBe('?v=1&hold=600400-');
  });

  test('of time are of the chosen zone, also when another is chosen, and taken by Enter', async () => {
    const { user } = await openList(30);
    const from = screen.getByLabelText('Time, From');
    fireEvent.change(from, { target: { value: '1970-01-01T20:00' } });
    fireEvent.keyDown(from, { key: 'Enter' });
    // 20:00 in Kathmandu, which was five hours and a half ahead then.
    await waitFor(() => expect(location.search).toBe(`?v=1&from=${14.5 * 3_600_000}`));
    const address = location.search;
    await user.selectOptions(screen.getByRole('combobox', { name: 'Time zone' }), 'Europe/Berlin');
    const again = screen.getByLabelText<HTMLInputElement>('Time, From');
    expect(again.value).toBe('1970-01-01T15:30');
    await user.click(again);
    await user.tab();
    expect(location.search).toBe(address);
  });

  test('of today mean the day on which it is chosen, however long the list has been open', async () => {
    const { user } = await openList(3);
    const tomorrow = Date.now() + 86_400_000;
    const clock = vi.spyOn(Date, 'now').mockReturnValue(tomorrow);
    await user.click(screen.getByRole('button', { name: 'Today' }));
    const day = new Intl.DateTimeFormat('sv-SE').format(tomorrow);
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>('Time, From').value).toBe(`${day}T00:00`),
    );
    clock.mockRestore();
  });

  test('that are typed with an editor of words leave it the arrows', async () => {
    await openList(3);
    const search = screen.getByRole('searchbox', { name: 'Search conversations' });
    search.focus();
    fireEvent.keyDown(search, { key: 'ArrowDown', isComposing: true });
    expect(search).toHaveFocus();
    fireEvent.keyDown(search, { key: 'ArrowDown' });
    expect(search).not.toHaveFocus();
  });

  test('an attribute equals: exactly, and never in the address', async () => {
    const { user } = await openList(9);
    await user.click(screen.getByText('Attribute'));
    await user.type(screen.getByRole('textbox', { name: 'Attribute name' }), 'tier');
    await user.type(screen.getByRole('textbox', { name: 'Attribute value' }), 'gold');
    await user.click(screen.getByRole('button', { name: 'Add filter' }));
    await counted('3 conversations');
    expect(location.href).not.toMatch(/tier|gold/);
    expect(screen.getByRole('button', { name: /tier = gold/ })).toBeVisible();
  });

  test('words and names without an id stay in the tab’s history: back and forward know them', async () => {
    const { user } = await openList(12);
    await user.click(screen.getByRole('searchbox'));
    await user.paste('refund');
    await counted('2 conversations');
    await user.click(screen.getByRole('checkbox', { name: /^Walk-in desk/ }));
    await counted('1 conversation');
    expect(location.href).not.toMatch(/refund|walk/i);
    expect(JSON.stringify(history.state)).toMatch(/refund.*Walk-in desk/);
    history.back();
    await counted('2 conversations');
    history.back();
    await counted('12 conversations');
    history.forward();
    await counted('2 conversations');
    expect(screen.getByRole('searchbox')).toHaveValue('refund');
    history.forward();
    await counted('1 conversation');
  });

  test('stand as they were opened after a look at one of the rows', async () => {
    const { user } = await openList(3);
    await user.click(screen.getByText('Lengths and counts'));
    await user.click(screen.getByText('Queue'));
    await user.click(screen.getByRole('link', { name: /^Customer 01/ }));
    await screen.findByRole('region', { name: 'Timeline' });
    history.back();
    expect(await screen.findByRole('textbox', { name: 'Hold, at least' })).toBeVisible();
    expect(screen.queryByRole('list', { name: 'Queue' })).not.toBeInTheDocument();
  });

  test('that leave nothing say so, and how to get all back', async () => {
    const { user } = await openList(5);
    await user.click(screen.getByRole('searchbox'));
    await user.paste('nobody at all');
    expect(await screen.findByRole('heading', { name: 'No conversation matches all of this' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
    await counted('5 conversations');
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  test('chosen by id are called by name', async () => {
    await openList(5, `/?v=1&queue=${BILLING}`);
    expect(await screen.findByRole('button', { name: 'Remove filter: Queue: Billing' })).toBeVisible();
  });

  test('stay open or shut as somebody left them, shut and shown again', async () => {
    const { user } = await openList(6);
    const group = (name: string) => screen.getByText(name, { selector: 'summary' }).closest('details');
    await user.click(screen.getByText('Direction', { selector: 'summary' }));
    await user.click(screen.getByText('Media', { selector: 'summary' }));
    await waitFor(() => expect(group('Media')).not.toHaveAttribute('open'));
    await waitFor(() => expect(listOf('Direction')).toBeInTheDocument());
    await user.click(screen.getByRole('button', { name: /^Filters/ }));
    expect(screen.queryByText('Media', { selector: 'summary' })).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Filters/ }));
    expect(group('Direction')).toHaveAttribute('open');
    expect(group('Media')).not.toHaveAttribute('open');
  });

  test('are kept as a view under a name, personal ones only when asked', async () => {
    const { user } = await openList(30);
    await user.click(await screen.findByRole('checkbox', { name: /^Chat/ }));
    await user.click(screen.getByRole('searchbox'));
    await user.paste('refund');
    await counted('2 conversations');
    await user.click(screen.getByRole('button', { name: 'Views' }));
    await user.click(screen.getByRole('textbox', { name: 'Name of the view' }));
    await user.paste('Chats');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(localStorage.getItem('participant-timeline:views')).not.toContain('refund');
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Clear all' }));
    await counted('30 conversations');
    await user.click(screen.getByRole('button', { name: 'Views' }));
    await user.click(screen.getByRole('button', { name: 'Chats' }));
    await counted('6 conversations');
    await user.click(screen.getByRole('button', { name: 'Views' }));
    await user.click(screen.getByRole('button', { name: 'Forget Chats' }));
    expect(screen.queryByRole('button', { name: 'Chats' })).toBeNull();
  });

  test('that another tab keeps as a view are there as well, and stay when one more is kept', async () => {
    const { user } = await openList(6, '/?v=1&media=chat');
    const views = JSON.stringify([{ name: 'Of the other tab', query: 'v=1' }]);
    localStorage.setItem('participant-timeline:views', views);
    await user.click(screen.getByRole('button', { name: 'Views' }));
    act(() => {
      window.dispatchEvent(new StorageEvent('storage', { key: 'participant-timeline:views' }));
    });
    expect(screen.getByRole('button', { name: 'Of the other tab' })).toBeVisible();
    localStorage.setItem('participant-timeline:views', views.replace('Of', 'Also of'));
    await user.click(screen.getByRole('textbox', { name: 'Name of the view' }));
    await user.paste('Chats');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByRole('button', { name: 'Also of the other tab' })).toBeVisible();
    expect(localStorage.getItem('participant-timeline:views')).toMatch(/Also of the other tab.*Chats/);
  });

  test('that were kept can be called otherwise, but not as others are', async () => {
    const views = ['Chats', 'Calls'].map((name) => ({ name, query: 'v=1&media=chat' }));
    const { user } = await openList(6);
    localStorage.setItem('participant-timeline:views', JSON.stringify(views));
    act(() => {
      window.dispatchEvent(new StorageEvent('storage', { key: 'participant-timeline:views' }));
    });
    const stored = () => JSON.parse(localStorage.getItem('participant-timeline:views') ?? '');
    await user.click(screen.getByRole('button', { name: 'Views' }));
    await user.click(screen.getByRole('button', { name: 'Rename Chats' }));
    const name = screen.getByRole('textbox', { name: 'New name of the view' });
    expect(name).toHaveFocus();
    await user.keyboard('Calls{Enter}');
    expect(name).toHaveValue('Calls');
    expect(name).toHaveAccessibleDescription('Another view has this name.');
    expect(stored()).toEqual(views);
    // With an editor of words, that takes back what it is putting together.
    fireEvent.keyDown(name, { key: 'Escape', isComposing: true });
    expect(name).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Rename Chats' })).toHaveFocus();
    await user.keyboard('{Enter} Our chats {Enter}');
    expect(screen.getByRole('button', { name: 'Rename Our chats' })).toHaveFocus();
    expect(stored()).toEqual([{ ...views[0], name: 'Our chats' }, views[1]]);
    expect(screen.getByRole('button', { name: 'Our chats' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Chats' })).toBeNull();
  });

  test('are not kept as a view that would be of everything, for want of what is personal', async () => {
    const { user } = await openList(30);
    await user.click(screen.getByRole('searchbox'));
    await user.paste('refund');
    await counted('10 conversations');
    await user.click(screen.getByRole('button', { name: 'Views' }));
    const name = screen.getByRole('textbox', { name: 'Name of the view' });
    await user.click(name);
    await user.paste('Refunds');
    const save = screen.getByRole('button', { name: 'Save' });
    expect(save).toHaveAttribute('aria-disabled', 'true');
    expect(save).toHaveAccessibleDescription('Nothing else is chosen that could be saved.');
    await user.click(save);
    expect(localStorage.getItem('participant-timeline:views')).toBeNull();
    expect(name).toHaveValue('Refunds');
    await user.click(screen.getByRole('checkbox', { name: /^Also keep the search text/ }));
    expect(save).toHaveAttribute('aria-disabled', 'false');
    expect(save).toHaveAccessibleDescription('');
    await user.click(save);
    expect(localStorage.getItem('participant-timeline:views')).toContain('refund');
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Clear all' }));
    await counted('30 conversations');
    await user.click(screen.getByRole('button', { name: 'Views' }));
    await user.click(screen.getByRole('button', { name: 'Refunds' }));
    await counted('10 conversations');
    expect(screen.getByRole('searchbox')).toHaveValue('refund');
  });

  test('are refused as one view more than are kept, but may take the place of another', async () => {
    const { user } = await openList(6, '/?v=1&media=chat');
    const views = Array.from({ length: 50 }, (_, at) => ({ name: `View ${at}`, query: 'v=1&media=call' }));
    localStorage.setItem('participant-timeline:views', JSON.stringify(views));
    act(() => {
      window.dispatchEvent(new StorageEvent('storage', { key: 'participant-timeline:views' }));
    });
    const stored = () => JSON.parse(localStorage.getItem('participant-timeline:views') ?? '');
    await user.click(screen.getByRole('button', { name: 'Views' }));
    const name = screen.getByRole('textbox', { name: 'Name of the view' });
    await user.click(name);
    await user.paste('View 51');
    const save = screen.getByRole('button', { name: 'Save' });
    expect(save).toHaveAccessibleDescription('No more than 50 views are kept: forget one first.');
    await user.click(save);
    expect(stored()).toEqual(views);
    expect(name).toHaveValue('View 51');
    await user.clear(name);
    await user.paste('View 7');
    expect(save).toHaveAccessibleDescription('');
    await user.click(save);
    expect(stored()).toHaveLength(50);
    expect(stored().at(-1)).toEqual({ name: 'View 7', query: 'v=1&media=chat' });
    expect(stored()[0]).toEqual(views[0]);
  });
});
