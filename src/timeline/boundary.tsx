import { Component, type ReactNode } from 'react';
import { keepEqual } from '../core/view/keep-equal';
import type { Words } from '../ui/words';
import { Slot } from './host';
import { tellHost } from './tell-host';

interface Props {
  words: Words;
  /** Another value is another try. */
  subject: unknown;
  onError?: (error: unknown) => void;
  children: ReactNode;
}

/** Whatever goes wrong stays in here, in plain words: a host page never falls with its timeline. */
export class Boundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    tellHost(this.props.onError, error);
  }

  override componentDidUpdate(before: Props, { failed }: { failed: boolean }): void {
    // What has just failed is not tried at once: its host would be told of one error twice.
    if (!failed || !this.state.failed) return;
    try {
      // What hosts give anew and says the same would fail for ever, as those that are told of it draw themselves anew.
      if (keepEqual(before.subject, this.props.subject) === before.subject) return;
    } catch {
      // What cannot even be looked at, as a proxy that was revoked, is another.
    }
    this.retry();
  }

  retry = (): void => this.setState({ failed: false });

  override render(): ReactNode {
    const { words, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <div className="pt-message" part="message" role="alert">
        <Slot name="error">
          <p>{words.failed}</p>
          <button type="button" className="pt-text-button" onClick={this.retry}>
            {words.buttons.tryAgain}
          </button>
        </Slot>
      </div>
    );
  }
}
