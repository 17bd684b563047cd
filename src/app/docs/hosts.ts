import files from './generated/hosts.json';

export type HostName = keyof typeof files;

/** The headers of `public/_headers` as each kind of host wants them. */
export const hostFiles: { readonly [host in HostName]: { name: string; code: string } } = {
  cloudflare: { name: '_headers', code: files.cloudflare },
  netlify: { name: '_headers', code: files.netlify },
  nginx: { name: 'participant-timeline.conf', code: files.nginx },
  vercel: { name: 'vercel.json', code: files.vercel },
};
export const HOSTS: readonly HostName[] = ['cloudflare', 'netlify', 'nginx', 'vercel'];
