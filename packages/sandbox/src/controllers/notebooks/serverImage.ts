/** What kind of program an image of a notebook server starts, by its name. */
export type ServerKind = 'jupyter' | 'code-server' | 'rstudio';

export function serverKind(image: string): ServerKind {
  if (/code-?server/.test(image)) return 'code-server';
  return /rstudio/.test(image) ? 'rstudio' : 'jupyter';
}

const two = (value: number) => String(value).padStart(2, '0');

/** `2026-11-22 08:51:23.123`, as Jupyter Server stamps its lines. */
export function jupyterTime(now: number): string {
  return new Date(now).toISOString().replace('T', ' ').replace('Z', '');
}

/** The first lines of a server's log. */
export function startLines(
  kind: ServerKind,
  now: number,
  host: string,
  prefix: string,
): string[] {
  if (kind === 'jupyter') {
    const info = (text: string) => `[I ${jupyterTime(now)} ServerApp] ${text}`;
    return [
      info('jupyterlab | extension was successfully linked.'),
      info('notebook_shim | extension was successfully loaded.'),
      info('Serving notebooks from local directory: /home/jovyan'),
      info('Jupyter Server 2.14.2 is running at:'),
      info(`http://${host}:8888${prefix}/lab`),
    ];
  }
  const date = new Date(now);
  const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
  return kind === 'code-server'
    ? [
        `[${date.toISOString()}] info  code-server 4.96.4`,
        `[${date.toISOString()}] info  HTTP server listening on http://0.0.0.0:8888/`,
      ]
    : [
        '[s6-init] making user provided files available at /var/run/s6/etc...exited 0.',
        `[${clock}] rserver: Starting RStudio Server on port 8888`,
      ];
}
