import { useRef, useState } from 'preact/hooks';

/** Files that are dropped onto an element. Whatever else is dragged over it is none of its business. */
export function useFileDrop(drop: (files: readonly File[]) => void) {
  const [isOver, setOver] = useState(false);
  // Elements inside are entered before others are left.
  const depth = useRef(0);
  const leave = (levels: number) => {
    depth.current = Math.max(0, levels);
    if (depth.current === 0) setOver(false);
  };
  return {
    isOver,
    handlers: {
      onDragEnter(event: DragEvent) {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        depth.current += 1;
        setOver(true);
      },
      onDragOver(event: DragEvent) {
        if (holdsFiles(event)) event.preventDefault();
      },
      onDragLeave(event: DragEvent) {
        if (holdsFiles(event)) leave(depth.current - 1);
      },
      onDrop(event: DragEvent) {
        if (!holdsFiles(event)) return;
        // Else the browser would open the file in place of this page.
        event.preventDefault();
        leave(0);
        drop([...(event.dataTransfer?.files ?? [])]);
      },
    },
  };
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}
