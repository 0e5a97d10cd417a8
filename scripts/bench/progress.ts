/** A progress bar on a terminal, a line every tenth elsewhere. */
export function progressBar(total: number): { advance(label: string): void; end(): void } {
  const { stderr } = process;
  const width = 30;
  let done = 0;
  return {
    advance(label) {
      done += 1;
      const filled = Math.round((done / total) * width);
      if (stderr.isTTY) {
        stderr.write(
          `\r[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${total} ${label.slice(0, 40).padEnd(40)}`,
        );
      } else if (Math.floor((done * 10) / total) > Math.floor(((done - 1) * 10) / total)) {
        stderr.write(`${done}/${total}\n`);
      }
    },
    end() {
      if (stderr.isTTY) stderr.write('\n');
    },
  };
}
