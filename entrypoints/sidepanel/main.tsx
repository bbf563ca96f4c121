import { showPopup } from '../popup/show-popup'

void showPopup('panel')
