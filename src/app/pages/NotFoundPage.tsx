import { NextSteps } from '../parts/NextSteps';
import { Page } from '../shell/Page';
import { words } from '../words';

export function NotFoundPage() {
  const { title, heading, text } = words.notFound;
  return (
    <Page title={title}>
      <h1 className="pt-16 text-xl font-bold">{heading}</h1>
      <p className="mt-2 text-muted">{text}</p>
      <NextSteps />
    </Page>
  );
}
