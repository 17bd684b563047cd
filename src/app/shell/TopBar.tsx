import { Link } from 'wouter';
import { words } from '../words';
import { Logo } from './Logo';
import { ThemeChoice } from './ThemeChoice';
import { ZoneChoice } from './ZoneChoice';

function tab(active: boolean): string {
  const look = active ? 'bg-hover text-ink' : 'text-muted hover:text-ink';
  return `rounded-md px-2 py-1.5 text-sm sm:px-2.5 ${look}`;
}

export function TopBar() {
  return (
    <header className="border-b border-line print:hidden">
      <div className="mx-auto flex min-h-13 w-full max-w-[150rem] flex-wrap items-center gap-x-2 gap-y-1 px-4 py-1.5 sm:gap-x-4 sm:px-6">
        <Link
          href="/"
          aria-label={words.nav.home}
          className="flex items-center gap-2 py-1.5 text-sm font-bold"
        >
          <Logo />
          <span className="hidden sm:inline">{words.product}</span>
        </Link>
        <nav aria-label={words.nav.label} className="flex sm:gap-1">
          <Link href="/" className={tab}>
            {words.nav.browse}
          </Link>
          <Link href="/paste" className={tab}>
            {words.nav.paste}
          </Link>
        </nav>
        <div className="ml-auto flex min-w-0 gap-1.5 sm:gap-2">
          <ZoneChoice />
          <ThemeChoice />
        </div>
      </div>
    </header>
  );
}
