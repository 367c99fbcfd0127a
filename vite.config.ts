import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { UserConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The page: `client/` → `dist/client/`. */
const client = (server: string): UserConfig => ({
  root: at('client'),
  plugins: [react()],
  build: { outDir: at('dist/client'), emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 2000 },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    port: 5173,
    // The server refuses pages of other origins, so the proxy speaks in its name.
    proxy: Object.fromEntries(
      // anchored: `/api.ts` is a module of the page
      ['^/api/', '^/db/'].map((path) => [
        path,
        { target: server, changeOrigin: true, headers: { origin: server } },
      ]),
    ),
  },
});

/** The programs: `server/` → `dist/server/`, one file each; what comes from npm stays in node_modules. */
const server: UserConfig = {
  root: at('.'),
  publicDir: false,
  build: {
    ssr: true,
    outDir: at('dist/server'),
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: at('server/main.ts'),
        load: at('server/load.ts'),
        // the thread that both start
        engine: at('server/store/thread/engine.ts'),
      },
    },
  },
};

export default defineConfig(({ isSsrBuild }) =>
  isSsrBuild === true ? server : client(`http://127.0.0.1:${process.env['PORT'] ?? '4747'}`),
);
