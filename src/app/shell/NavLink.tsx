import type { ReactNode } from 'react';
import { Link, useRoute, useRouter } from 'wouter';

interface NavLinkProps {
  href: string;
  label?: string;
  className: string | ((active: boolean) => string);
  /** A page of its own loads anew: leaving this one would lose something. */
  apart?: boolean;
  children: ReactNode;
}

/** The page that may frame, with a page policy of its own (public/_headers). */
export const DOCS = '/docs';

/**
 * A policy comes with a page and stays while the app goes from route to route. So the way into the docs and out
 * of them is a real one: the browser asks the host, and gets the policy of the route.
 */
export function NavLink({ href, label, className, apart, children }: NavLinkProps) {
  const { base } = useRouter();
  // As the router has it: also with a slash at its end, which some hosts put there.
  const [isHere] = useRoute(href);
  const [isDocs] = useRoute(DOCS);
  const isTab = typeof className !== 'string';
  const look = isTab ? className(isHere) : className;
  const current = isTab && isHere ? 'page' : undefined;
  if (isDocs === (href === DOCS)) {
    return (
      <Link href={href} aria-label={label} aria-current={current} className={look}>
        {children}
      </Link>
    );
  }
  return (
    <a href={`${base}${href}`} aria-label={label} className={look} target={apart ? '_blank' : undefined}>
      {children}
    </a>
  );
}
