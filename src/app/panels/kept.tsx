import { createContext, type ReactNode, useContext, useState } from 'react';
import type { PanelName } from './Tabs';

type Kept = readonly [PanelName | undefined, (panel: PanelName) => void];

const KeptPanelContext = createContext<Kept>([undefined, () => undefined]);

interface KeptPanelProps {
  /** What the conversations have in common: of another one nothing is kept. */
  of?: object;
  children: ReactNode;
}

/** Whoever goes from one conversation to another, to compare their figures or their JSON, finds the same panel open. */
export function KeptPanel({ of, children }: KeptPanelProps) {
  const [kept, setKept] = useState<{ of: object | undefined; panel: PanelName }>();
  return (
    <KeptPanelContext value={[kept?.of === of ? kept?.panel : undefined, (panel) => setKept({ of, panel })]}>
      {children}
    </KeptPanelContext>
  );
}

/** Which panel is open: at first the one that was open at the conversation before. */
export function useKeptPanel(initial: PanelName) {
  const [kept, keep] = useContext(KeptPanelContext);
  const [panel, setPanel] = useState(kept ?? initial);
  return [
    panel,
    (next: PanelName) => {
      keep(next);
      setPanel(next);
    },
  ] as const;
}
