import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useFocusKept } from '../../../src/app/shell/useFocusKept';

function Page({ html }: { html: string }) {
  useFocusKept();
  return (
    <>
      <header dangerouslySetInnerHTML={{ __html: html }} />
      <main id="content" tabIndex={-1} />
    </>
  );
}

/** A page whose first button has the focus. */
function open(html: string) {
  const { container } = render(<Page html={html} />);
  const [first, ...others] = [...container.querySelectorAll('button')];
  if (!first) throw new Error('no button');
  first.focus();
  return { first, others, content: container.querySelector('main') };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

test('where an item of a list goes with the focus, another one has it', async () => {
  const { first, others } = open('<ul><li><button>A</button></li><li><button>B</button></li></ul>');
  first.closest('li')?.remove();
  await soon();
  expect(others[0]).toHaveFocus();
});

test('what is drawn anew under its id has the focus again', async () => {
  const { first } = open('<p><button id="same">A</button></p>');
  const anew = first.cloneNode(true);
  first.replaceWith(anew);
  await soon();
  expect(anew).toHaveFocus();
});

test('where nothing is left around it, the content has the focus', async () => {
  const { first, content } = open('<p><button>A</button></p>');
  first.closest('p')?.remove();
  await soon();
  expect(content).toHaveFocus();
});

test('what was left before it went takes no focus along, nor from where that is by then', async () => {
  const left = open('<button>A</button><button>B</button>');
  left.first.blur();
  await soon();
  left.first.remove();
  await soon();
  expect(document.body).toHaveFocus();
  const { first, others } = open('<button>C</button><button>D</button>');
  first.remove();
  others[0]?.focus();
  await soon();
  expect(others[0]).toHaveFocus();
});
