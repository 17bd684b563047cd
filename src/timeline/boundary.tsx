import { Component, type ReactNode } from 'react';
import type { Words } from '../ui/words';

interface Props {
  words: Words;
  children: ReactNode;
}

/** Whatever goes wrong stays in here, in plain words: a host page never falls with its timeline. */
export class Boundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    const { words, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <div className="pt-message" role="alert">
        <p>{words.failed}</p>
        <button type="button" className="pt-text-button" onClick={() => this.setState({ failed: false })}>
          {words.buttons.tryAgain}
        </button>
      </div>
    );
  }
}
