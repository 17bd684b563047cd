import { Component, type ReactNode, useEffect } from 'react';
import { tryLoadingAgain } from '../parts/lazy';
import { words } from '../words';
import { useTitle } from './Page';

interface Props {
  children: ReactNode;
  /** Around a part of a page: the rest stays as it is. */
  part?: boolean;
  /** Around what is a convenience: the page is whole without it. */
  quiet?: boolean;
  /** What it is around: with another page the fault of the one before is over. */
  of?: string;
}

interface State {
  failed: boolean;
  /** What it was around when it failed. */
  of: string | undefined;
}

/** A fault of ours never leaves an empty page, nor does it take along what was pasted. */
export class CrashBoundary extends Component<Props, State> {
  override state: State = { failed: false, of: this.props.of };

  static getDerivedStateFromProps({ of }: Props, state: State): State | null {
    return of === state.of ? null : { failed: false, of };
  }

  static getDerivedStateFromError() {
    return { failed: true };
  }

  /** Whoever comes back to what could not be loaded asks for it once more. */
  override componentDidUpdate({ of }: Props) {
    if (of !== this.props.of) tryLoadingAgain();
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    if (this.props.quiet) return null;
    const retry = () => {
      tryLoadingAgain();
      this.setState({ failed: false });
    };
    return this.props.part ? <PartFailed onRetry={retry} /> : <PageFailed onRetry={retry} />;
  }
}

function PageFailed({ onRetry }: { onRetry: () => void }) {
  useTitle(words.failed.heading);
  useEffect(() => {
    // What had the focus may be gone with its page: browsers would begin anew before the navigation.
    if (document.activeElement === document.body) document.getElementById('content')?.focus();
  }, []);
  return (
    <main id="content" tabIndex={-1} className="mx-auto max-w-2xl px-6 py-16 outline-none">
      {/* The focus may be at the link that led here: what came of it is said. */}
      <div role="alert">
        <h1 className="text-xl font-bold">{words.failed.heading}</h1>
        <p className="mt-2 text-muted">{words.failed.text}</p>
      </div>
      <RetryButton onRetry={onRetry} />
    </main>
  );
}

function PartFailed({ onRetry }: { onRetry: () => void }) {
  return (
    <div role="alert" className="card my-4 p-6">
      <p>{words.failed.part}</p>
      <RetryButton onRetry={onRetry} />
    </div>
  );
}

function RetryButton({ onRetry }: { onRetry: () => void }) {
  return (
    <button type="button" className="button mt-4" onClick={onRetry}>
      {words.failed.retry}
    </button>
  );
}
