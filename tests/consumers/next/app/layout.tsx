import 'participant-timeline/style.css';
import type { ReactNode } from 'react';

export const metadata = { title: 'A Next dashboard' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
