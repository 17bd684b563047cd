import { Link } from 'wouter';
import { words } from '../../words';
import { browseWords } from '../../words/browse';
import { intakeWords } from '../../words/intake';
import { Disclosure } from '../parts/Disclosure';
import { ChooseButtons } from './ChooseButtons';
import type { TakeFiles } from '../../files/dropped';

/** More for a library that has something already. */
export function ImportMenu({ onFiles }: { onFiles: TakeFiles }) {
  return (
    <Disclosure label={browseWords.importMore} align="end">
      {(close) => (
        <div className="flex w-64 flex-col gap-2">
          <ChooseButtons
            primary
            onFiles={(...chosen) => {
              close();
              onFiles(...chosen);
            }}
          />
          <Link href="/paste" className="button">
            {words.browse.pasteOwn}
          </Link>
          <p className="text-xs text-muted">{intakeWords.hint}</p>
          <Link href="/samples" className="link text-sm">
            {intakeWords.samples}
          </Link>
        </div>
      )}
    </Disclosure>
  );
}
