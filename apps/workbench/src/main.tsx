import { createRoot } from "react-dom/client";
import { App } from "./app.view.tsx";
import "./styles/workbench.css";

const place = document.getElementById("workbench");
if (!place) throw new Error("The page has no #workbench to draw into.");
createRoot(place).render(<App />);
