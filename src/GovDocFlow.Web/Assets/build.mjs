// Puts what the pages load into wwwroot/lib: nothing comes from outside the host, and nothing is sent that is not used.
// Each file lies there three times, plain and compressed, so that the host compresses none of them again.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const modules = join(root, 'node_modules');
const target = join(root, 'wwwroot', 'lib');

const files = {
  'tabler.css': join(modules, '@tabler/core/dist/css/tabler.min.css'),
  'htmx.js': join(modules, 'htmx.org/dist/htmx.min.js'),
  'echarts.js': join(modules, 'echarts/dist/echarts.common.min.js'),
};
for (const own of readdirSync(import.meta.dirname).filter(name => ['.css', '.js'].includes(extname(name)))) {
  files[own] = join(import.meta.dirname, own);
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const [name, source] of Object.entries(files)) {
  // Maps of the sources are not served, so that a pointer to them would only be a request that fails.
  keep(name, readFileSync(source, 'utf8').replace(/\/[/*]# sourceMappingURL=.*/g, ''));
}
keep('icons.svg', sprite(iconsInUse()));

function keep(name, text) {
  const bytes = Buffer.from(text);
  writeFileSync(join(target, name), bytes);
  writeFileSync(join(target, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  writeFileSync(join(target, `${name}.br`), brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }));
}

// Named literally: <icon name="bell" /> in a page, Icon: "bell" in code.
function iconsInUse() {
  const names = new Set();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(cshtml|cs)$/.test(entry.name) || /\/(bin|obj|node_modules)(\/|$)/.test(entry.parentPath)) {
      continue;
    }
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const [, name] of text.matchAll(/(?:<icon name=|Icon: )"([a-z0-9-]+)"/g)) {
      names.add(name);
    }
  }
  return [...names].sort();
}

function sprite(names) {
  const symbols = names.map(name => {
    const drawing = readFileSync(join(modules, '@tabler/icons/icons/outline', `${name}.svg`), 'utf8');
    const paths = drawing.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '')
      .replace(/<path stroke="none"[^>]*\/>/, '').replace(/\s*\n\s*/g, '');
    return `<symbol id="${name}" viewBox="0 0 24 24">${paths}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('\n')}</svg>\n`;
}
