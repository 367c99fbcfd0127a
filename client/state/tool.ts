/** What dragging over the picture does: moves it, or draws around what is to be selected. */
import { create } from 'zustand';
import { announce } from './screen.ts';

export type Tool = 'pan' | 'marquee' | 'lasso';

export const useTool = create<{ readonly tool: Tool }>(() => ({ tool: 'pan' }));

const SAID: Readonly<Record<Tool, string>> = {
  pan: 'Dragging moves the picture again.',
  marquee: 'Drag a rectangle around what is to be selected. Escape ends it.',
  lasso: 'Draw around what is to be selected. Escape ends it.',
};

export function setTool(tool: Tool): void {
  if (useTool.getState().tool === tool) return;
  useTool.setState({ tool });
  announce(SAID[tool]);
}

export const toggleTool = (tool: Tool): void => setTool(useTool.getState().tool === tool ? 'pan' : tool);
