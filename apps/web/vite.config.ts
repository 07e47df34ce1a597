import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The API answers under /api; in development Vite passes those calls on, so that the session cookie stays same-origin. */
const api = process.env['DON_DOC_API_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': { target: api, changeOrigin: false } } },
  build: {
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack)\//, priority: 2 },
          ],
        },
      },
    },
  },
});
