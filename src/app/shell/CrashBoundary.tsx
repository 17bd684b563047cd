import { Component, type ReactNode } from 'react';
import { words } from '../words';

interface Props {
  children: ReactNode;
}

/** A fault of ours never leaves an empty page, nor does it take along what was pasted. */
export class CrashBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <main id="content" className="mx-auto max-w-2xl px-6 py-16">
        <h1 className="text-xl font-bold">{words.failed.heading}</h1>
        <p className="mt-2 text-muted">{words.failed.text}</p>
        <button type="button" className="button mt-4" onClick={() => this.setState({ failed: false })}>
          {words.failed.retry}
        </button>
      </main>
    );
  }
}
