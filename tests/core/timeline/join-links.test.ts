import { expect, it } from 'vitest';
import { joinLinksOf } from '../../../src/core/timeline/join-links';
import { lane } from '../../fixtures/timelines';

it('finds the links of a participant and its sessions that may be opened, each once', () => {
  const session = (viewerUrl: string) => ({ pointer: '', viewerUrl });
  const sessions = [
    session('https://watch.example/a?key=1'),
    session('https://watch.example/b'),
    session('https://user:pass@watch.example/'),
    session('http://watch.example/'),
    session('java\tscript:alert(1)'),
    session('/api/v2/cobrowse/1'),
    session('https://wаtch.example/'), // with a Cyrillic letter
  ];
  const participant = { viewerUrl: 'https://watch.example/a?key=1', cobrowsesessions: sessions };
  expect(joinLinksOf(lane('jonas', 'Jonas', { participant }))).toEqual([
    { url: 'https://watch.example/a?key=1', host: 'watch.example' },
    { url: 'https://watch.example/b', host: 'watch.example' },
    { url: 'https://xn--wtch-53d.example/', host: 'xn--wtch-53d.example' },
  ]);
});

it('finds none where there is none', () => {
  expect(joinLinksOf(lane('jonas', 'Jonas'))).toEqual([]);
});
