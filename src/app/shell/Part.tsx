import { type ReactNode, Suspense } from 'react';
import { CrashBoundary } from './CrashBoundary';

interface PartProps {
  /** Stands in its place until it is loaded. */
  fallback?: ReactNode;
  /** A convenience: where it can't be had, the page is whole without it. */
  quiet?: boolean;
  children: ReactNode;
}

/** A part of a page that is loaded when it is looked at: what goes wrong with it stays within it. */
export function Part({ fallback, quiet, children }: PartProps) {
  return (
    <CrashBoundary part quiet={quiet}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </CrashBoundary>
  );
}
