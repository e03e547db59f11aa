import "@lwc/synthetic-shadow";
