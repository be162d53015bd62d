@echo off
rem Starts iljari with the Node.js beside it (node\node.exe), else with the one on the path.
setlocal DisableDelayedExpansion
for /f "tokens=2 delims=:" %%c in ('chcp') do set "CODEPAGE=%%c"
chcp 65001 >nul
set "CODE=3"
set "NODE=%~dp0node\node.exe"
if not exist "%NODE%" for %%n in (node.exe) do set "NODE=%%~$PATH:n"
if defined NODE "%NODE%" "%~dp0dist\cli.js" %*
if defined NODE set "CODE=%ERRORLEVEL%"
if not defined NODE echo Node.js를 찾을 수 없습니다. Node.js 20.15 이상(21, 22.0, 22.1 제외)을 설치하거나,
if not defined NODE echo 내려받은 Node.js를 풀어 "%~dp0node" 폴더로 두고 다시 실행하십시오.
if "%~1"=="" pause
chcp %CODEPAGE% >nul
exit /b %CODE%
