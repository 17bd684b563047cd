interface SkipLinkProps {
  /** Id of what it leads to, which takes the focus. */
  to: string;
  children: string;
}

/** Past what one may not want to go through key by key; there for the eye while it has the focus. */
export function SkipLink({ to, children }: SkipLinkProps) {
  return (
    <a
      href={`#${to}`}
      className="button button-primary sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:px-3 focus:py-1.5 print:hidden"
    >
      {children}
    </a>
  );
}
