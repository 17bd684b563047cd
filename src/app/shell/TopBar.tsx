import { useImportState } from '../browse/library/imports';
import { useSessionState } from '../session/context';
import { words } from '../words';
import { ImportStatus } from './ImportStatus';
import { Logo } from './Logo';
import { DOCS, NavLink } from './NavLink';
import { ThemeChoice } from './ThemeChoice';
import { ZoneChoice } from './ZoneChoice';

function tab(active: boolean): string {
  const look = active ? 'bg-hover text-ink' : 'text-muted hover:text-ink';
  return `rounded-md px-2 py-1.5 text-sm sm:px-2.5 ${look}`;
}

export function TopBar() {
  const { unsaved } = useSessionState();
  const { running, asked } = useImportState();
  const busy = running !== undefined || asked.length > 0;
  return (
    <header className="border-b border-line print:hidden">
      <div className="mx-auto flex min-h-13 w-full max-w-[150rem] flex-wrap items-center gap-x-2 gap-y-1 px-4 py-1.5 sm:gap-x-4 sm:px-6">
        <NavLink href="/" label={words.nav.home} className="flex items-center gap-2 py-1.5 text-sm font-bold">
          <Logo />
          <span className="hidden sm:inline">{words.product}</span>
        </NavLink>
        <nav aria-label={words.nav.label} className="flex sm:gap-1">
          <NavLink href="/" className={tab}>
            {words.nav.browse}
          </NavLink>
          <NavLink href="/paste" className={tab}>
            {words.nav.paste}
          </NavLink>
          <NavLink href={DOCS} className={tab} apart={unsaved || busy}>
            {words.nav.docs}
          </NavLink>
        </nav>
        <ImportStatus />
        <div className="ms-auto flex min-w-0 gap-1.5 sm:gap-2">
          <ZoneChoice />
          <ThemeChoice />
        </div>
      </div>
    </header>
  );
}
