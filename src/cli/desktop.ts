// An address or a file -> the window or program that the desktop has for it. A program that is known is started, never a line of a shell.
import path from 'node:path';

interface Start {
  readonly program: string;
  readonly args: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether there is a screen to open something on, as far as can be told. */
export function hasDesktop(
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return [env.DISPLAY, env.WAYLAND_DISPLAY].some((one) => one !== undefined && one !== '');
}

/** What may show a page, the best first: a window of Edge without tabs and address, else the person's own browser. */
export function startsOfPage(address: string, platform: NodeJS.Platform, env: Environment): readonly Start[] {
  if (platform === 'darwin') return [{ program: '/usr/bin/open', args: [address] }];
  if (platform !== 'win32') return [{ program: 'xdg-open', args: [address] }];
  const edge = [env['ProgramFiles(x86)'], env.ProgramFiles, env.LOCALAPPDATA].flatMap((folder) =>
    folder === undefined ? [] : [path.win32.join(folder, 'Microsoft/Edge/Application/msedge.exe')],
  );
  return [
    ...edge.map((program) => ({ program, args: [`--app=${address}`] })),
    { program: inWindows(env, 'System32/rundll32.exe'), args: ['url.dll,FileProtocolHandler', address] },
  ];
}

export function startsOfFile(file: string, platform: NodeJS.Platform, env: Environment): readonly Start[] {
  if (platform === 'win32') return [{ program: inWindows(env, 'explorer.exe'), args: [file] }];
  return [{ program: platform === 'darwin' ? '/usr/bin/open' : 'xdg-open', args: [file] }];
}

function inWindows(env: Environment, program: string): string {
  return path.win32.join(env.SystemRoot ?? 'C:/Windows', program);
}

/** Starts the first that can be started, and leaves it alone; whether there was one. */
export async function startFirst(starts: readonly Start[]): Promise<boolean> {
  for (const start of starts) if (await begin(start)) return true;
  return false;
}

async function begin({ program, args }: Start): Promise<boolean> {
  const { spawn } = await import('node:child_process');
  return new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore', windowsHide: false });
    child.on('error', () => resolve(false));
    child.on('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
